import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const cloudwatchLenses: readonly Lens[] = [
  {
    type: "aws_cloudwatch_metric_alarm",
    canonical: "AWS::CloudWatch::Alarm",
    identifiers: ["id", "arn", "alarm_name"],
    name: "alarm_name",
    properties: {
      ActionsEnabled: "actions_enabled",
      AlarmActions: "alarm_actions",
      AlarmDescription: "alarm_description",
      AlarmName: "alarm_name",
      ComparisonOperator: "comparison_operator",
      DatapointsToAlarm: "datapoints_to_alarm",
      Dimensions: { attribute: "dimensions", as: "dimensions" },
      EvaluationPeriods: "evaluation_periods",
      ExtendedStatistic: "extended_statistic",
      InsufficientDataActions: "insufficient_data_actions",
      MetricName: "metric_name",
      Metrics: {
        blocks: "metric_query",
        properties: {
          Expression: "expression",
          Id: "id",
          MetricStat: {
            block: "metric",
            properties: {
              Metric: {
                object: {
                  Dimensions: { attribute: "dimensions", as: "dimensions" },
                  MetricName: "metric_name",
                  Namespace: "namespace",
                },
              },
              Period: "period",
              Stat: "stat",
            },
          },
          ReturnData: "return_data",
        },
      },
      Namespace: "namespace",
      OKActions: "ok_actions",
      Period: "period",
      Statistic: "statistic",
      Tags: TAGS,
      Threshold: "threshold",
      ThresholdMetricId: "threshold_metric_id",
      TreatMissingData: "treat_missing_data",
      Unit: "unit",
    },
  },
];
