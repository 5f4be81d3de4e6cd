import type { Feeds, Lens } from "../lens.ts";

const PRINCIPAL = { object: { DataLakePrincipalIdentifier: "principal" } };
const DEFAULT_PERMISSIONS: Feeds = { Permissions: "permissions", Principal: PRINCIPAL };
const TABLE: Feeds = { CatalogId: "catalog_id", DatabaseName: "database_name", Name: "name" };

export const lakeFormationLenses: readonly Lens[] = [
  {
    type: "aws_lakeformation_permissions",
    canonical: "AWS::LakeFormation::PrincipalPermissions",
    identifiers: [],
    properties: {
      Catalog: "catalog_id",
      Permissions: "permissions",
      PermissionsWithGrantOption: { attribute: "permissions_with_grant_option", unset: [] },
      Principal: PRINCIPAL,
      Resource: {
        object: {
          DataCellsFilter: {
            block: "data_cells_filter",
            properties: {
              DatabaseName: "database_name",
              Name: "name",
              TableCatalogId: "table_catalog_id",
              TableName: "table_name",
            },
          },
          DataLocation: {
            block: "data_location",
            properties: { CatalogId: "catalog_id", ResourceArn: "arn" },
          },
          Database: { block: "database", properties: { CatalogId: "catalog_id", Name: "name" } },
          LFTag: {
            block: "lf_tag",
            properties: { CatalogId: "catalog_id", TagKey: "key", TagValues: "values" },
          },
          LFTagPolicy: {
            block: "lf_tag_policy",
            properties: {
              CatalogId: "catalog_id",
              Expression: { blocks: "expression", properties: { TagKey: "key", TagValues: "values" } },
              ResourceType: "resource_type",
            },
          },
          Table: { block: "table", properties: TABLE },
          TableWithColumns: {
            block: "table_with_columns",
            properties: {
              ...TABLE,
              ColumnNames: "column_names",
              ColumnWildcard: {
                object: { ExcludedColumnNames: "excluded_column_names" },
                ifTrue: "wildcard",
              },
            },
          },
        },
      },
    },
  },
  {
    type: "aws_lakeformation_data_lake_settings",
    canonical: "AWS::LakeFormation::DataLakeSettings",
    identifiers: [],
    // the provider replaces all settings at once: what is left out is cleared
    properties: {
      Admins: { attribute: "admins", as: { each: "DataLakePrincipalIdentifier" }, unset: [] },
      AllowExternalDataFiltering: { attribute: "allow_external_data_filtering", unset: false },
      AllowFullTableExternalDataAccess: { attribute: "allow_full_table_external_data_access", unset: false },
      AuthorizedSessionTagValueList: { attribute: "authorized_session_tag_value_list", unset: [] },
      CreateDatabaseDefaultPermissions: {
        blocks: "create_database_default_permissions",
        properties: DEFAULT_PERMISSIONS,
        unset: [],
      },
      CreateTableDefaultPermissions: {
        blocks: "create_table_default_permissions",
        properties: DEFAULT_PERMISSIONS,
        unset: [],
      },
      TrustedResourceOwners: { attribute: "trusted_resource_owners", unset: [] },
    },
  },
  {
    type: "aws_lakeformation_data_cells_filter",
    canonical: "AWS::LakeFormation::DataCellsFilter",
    identifiers: ["id"],
    name: "table_data.name",
    properties: {
      // a filter names the columns that it shows, or those that it hides
      ColumnNames: { attribute: "table_data.column_names", unset: [] },
      ColumnWildcard: {
        block: "table_data.column_wildcard",
        properties: { ExcludedColumnNames: "excluded_column_names" },
      },
      DatabaseName: "table_data.database_name",
      Name: "table_data.name",
      RowFilter: {
        block: "table_data.row_filter",
        properties: {
          AllRowsWildcard: { block: "all_rows_wildcard", properties: {} },
          FilterExpression: { attribute: "filter_expression", unset: "" },
        },
      },
      TableCatalogId: "table_data.table_catalog_id",
      TableName: "table_data.table_name",
    },
  },
  {
    type: "aws_lakeformation_resource",
    canonical: "AWS::LakeFormation::Resource",
    identifiers: ["arn"],
    properties: {
      HybridAccessEnabled: { attribute: "hybrid_access_enabled", unset: false },
      ResourceArn: "arn",
      RoleArn: "role_arn",
      UseServiceLinkedRole: { attribute: "use_service_linked_role", unset: false },
      WithFederation: { attribute: "with_federation", unset: false },
    },
  },
];
