using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Linkage.Permission;

/// <summary>The answer of a matrix: the rule that allows, or the reason of the refusal.</summary>
/// <remarks><see langword="default"/> refuses.</remarks>
public readonly struct PermissionDecision
{
    private readonly PermissionRefusal _refusal;

    internal PermissionDecision(MatrixVersion version, PermissionRule rule) => (Version, Rule) = (version, rule);

    internal PermissionDecision(MatrixVersion version, PermissionRefusal refusal) => (Version, _refusal) = (version, refusal);

    /// <summary>Whether it is allowed.</summary>
    [MemberNotNullWhen(true, nameof(Rule))]
    public bool IsAllowed => Rule is not null;

    /// <summary>The rule that allows it, or <see langword="null"/>.</summary>
    public PermissionRule? Rule { get; }

    /// <summary>Why not; <see cref="PermissionRefusal.None"/> when it is allowed.</summary>
    public PermissionRefusal Refusal => IsAllowed ? PermissionRefusal.None : _refusal == PermissionRefusal.None ? PermissionRefusal.NoRule : _refusal;

    /// <summary>The matrix that decided.</summary>
    public MatrixVersion Version { get; }

    /// <summary>Whether a person at the provider releases the answer.</summary>
    public bool ManualRelease => Rule?.ManualRelease ?? false;

    /// <summary>The rule or the refusal.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => IsAllowed ? $"allowed by {Rule}" : $"refused: {Refusal}";
}
