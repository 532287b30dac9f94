using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>A rule that was not taken.</summary>
/// <param name="Index">Its place, from 0; −1 when the file as a whole is refused.</param>
/// <param name="Id">Its name when it has one.</param>
/// <param name="Fault">Why.</param>
/// <param name="Member">The member of the file that is wrong, in the file's spelling; empty when no single one is.</param>
public readonly record struct BadRule(int Index, RuleId Id, RuleFault Fault, string Member = "");
