namespace MyNumber.Card.Emulation.Access;

/// <summary>One access condition as a value. <see langword="default"/> is <see cref="Never"/>, so a file without a rule is closed.</summary>
internal readonly struct AccessRule
{
    private readonly bool _always;
    private readonly ushort[]? _anyOf;
    private readonly string? _text;

    private AccessRule(bool always, ushort[]? anyOf, string text)
    {
        _always = always;
        _anyOf = anyOf;
        _text = text;
    }

    /// <summary>Nothing opens it.</summary>
    public static AccessRule Never => default;

    /// <summary>Whether nothing can ever open it.</summary>
    public bool IsNever => !_always && _anyOf is null;

    /// <summary>Nothing needs to be presented.</summary>
    public static AccessRule Always { get; } = new(always: true, anyOf: null, "always");

    /// <summary>Any one of these PIN files of the same application must be verified; an empty list is <see cref="Never"/>.</summary>
    public static AccessRule AnyOf(params ushort[] pinFiles) => pinFiles.Length == 0
        ? Never
        : new AccessRule(always: false, [.. pinFiles], "verified " + string.Join(" or ", pinFiles.Select(id => id.ToString("X4", null))));

    /// <summary>Whether the PINs verified at this moment satisfy the rule.</summary>
    public bool Permits(IVerifiedPins pins)
    {
        if (_always)
        {
            return true;
        }

        foreach (ushort pinFile in _anyOf ?? [])
        {
            if (pins.IsVerified(pinFile))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The rule in words, for the decision log.</summary>
    public override string ToString() => _text ?? "never";
}
