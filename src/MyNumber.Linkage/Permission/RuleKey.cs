using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>Under which a matrix finds rules: affair, procedure, set, and one agency or kind that asks.</summary>
internal readonly record struct RuleKey(AffairId Affair, ProcedureId Procedure, ItemSetId ItemSet, int Inquirer);
