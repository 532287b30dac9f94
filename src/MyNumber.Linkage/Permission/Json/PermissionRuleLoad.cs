namespace MyNumber.Linkage.Permission.Json;

/// <summary>What came out of a file of rules.</summary>
/// <param name="Rules">The sound rules, in the order of the file.</param>
/// <param name="Bad">Every rule that is not sound, with its reason.</param>
public sealed record PermissionRuleLoad(IReadOnlyList<PermissionRule> Rules, IReadOnlyList<BadRule> Bad)
{
    /// <summary>Whether every rule is sound. A matrix of a part of a file refuses more than was meant; whether that is wanted is the user's choice.</summary>
    public bool IsComplete => Bad.Count == 0;
}
