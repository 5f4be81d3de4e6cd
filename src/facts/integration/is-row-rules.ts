import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const isRowRules: Fact = {
  name: "IsRowRules",
  types: ["AWS::QuickSight::DataSet"],
  description:
    "Whether the data set holds the rules for who sees which rows of another one: it says so, or another data set of the input takes it.",
  compute(dataSet, { graph }) {
    const use = plain(propertyAt(dataSet, "/UseAs"));
    if (use === "RLS_RULES") return true;
    const { certain, possible } = findReferrers(
      graph,
      "AWS::QuickSight::DataSet",
      "/RowLevelPermissionDataSet/Arn",
      dataSet,
    );
    if (certain.length > 0) return true;
    if (use instanceof Unknown) return new Unknown(use.reason);
    // what a data set that is only named takes for its own rows says nothing of this one
    return possible.every(({ declared }) => declared === "elsewhere")
      ? false
      : new Unknown(`whether ${dataSet.address} holds the rules of another data set is known after apply`);
  },
};
