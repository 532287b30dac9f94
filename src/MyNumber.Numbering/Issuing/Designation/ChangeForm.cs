namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>A person's form that asks for a change of number (番号法施行令3条): the number, and why a leak and misuse are feared.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows neither. What else the ordinance wants on the form is not modelled.</remarks>
public sealed class ChangeForm
{
    /// <summary>The number that leaked.</summary>
    public required IndividualNumber Number { get; init; }

    /// <summary>Why a leak and misuse are feared; not empty.</summary>
    public required string Grounds { get; init; }

    /// <summary>Whether the mayor has checked the person's identity (番号法16条).</summary>
    public required bool IdentityChecked { get; init; }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "ChangeForm(***)";
}
