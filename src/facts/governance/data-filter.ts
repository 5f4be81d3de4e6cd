import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

const FILTER = "AWS::LakeFormation::DataCellsFilter";

/** Where each type says which columns are shown, or hidden; the older type of grants has names of its own. */
const COLUMNS: Readonly<Record<string, string>> = {
  [FILTER]: "",
  "AWS::LakeFormation::PrincipalPermissions": "/Resource/TableWithColumns",
  "AWS::LakeFormation::Permissions": "/Resource/TableWithColumnsResource",
};

/** An expression that holds for every row. */
const EVERY_ROW = /^[\s()]*(?:true|1\s*=\s*1)?[\s()]*$/i;

export const dataFilter: Fact = {
  name: "DataFilter",
  types: Object.keys(COLUMNS),
  description:
    "What a data cells filter of Lake Formation, or a grant on columns, leaves out: Columns and Rows say whether it names columns or an expression for rows. Absent for grants of another kind.",
  fields: { Columns: true, Rows: true },
  compute(resource) {
    const at = COLUMNS[resource.type] ?? "";
    const columns = at === "" ? {} : plain(propertyAt(resource, at));
    if (columns === undefined || columns instanceof Unknown) return columns;
    const named = either(
      hasItems(propertyAt(resource, `${at}/ColumnNames`)),
      hasItems(propertyAt(resource, `${at}/ColumnWildcard/ExcludedColumnNames`)),
    );
    return { Columns: toValue(named, "columns"), Rows: filtersRows(resource) };
  },
};

function filtersRows(resource: Resource): Value {
  if (resource.type !== FILTER) return false;
  const expression = plain(propertyAt(resource, "/RowFilter/FilterExpression"));
  if (expression instanceof Unknown) return expression;
  return typeof expression === "string" && !EVERY_ROW.test(expression);
}

function hasItems(value: Value | undefined): Truth {
  const list = plain(value);
  if (list instanceof Unknown) return "unknown";
  return isValueList(list) && list.length > 0;
}

function toValue(truth: Truth, what: string): Value {
  return truth === "unknown" ? new Unknown(`which ${what} it leaves out is not known`) : truth;
}
