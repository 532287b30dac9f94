using MyNumber.Card.Emulation;
using MyNumber.Jpki.Authority;

namespace MyNumber.Testing;

/// <summary>How a <see cref="LabWorld"/> begins. Every default is fit for a first test.</summary>
public sealed record LabWorldOptions
{
    /// <summary>The seed that persons and the choice of lab keys follow from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The first instant of the world's clock; <see langword="null"/> for the real present, because outside programs use the real clock.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Makes every key fresh, at 0.2 to 0.3 s each, instead of taking committed lab keys.</summary>
    public bool FreshKeys { get; init; }

    /// <summary>The OCSP address that certificates name; <see langword="null"/> for the world's running responder, whose port differs from run to run.
    /// Fix it together with <see cref="Start"/> to get the same certificates byte for byte.</summary>
    public Uri? OcspAddress { get; init; }

    /// <summary>Names, policies and rules of the authority.</summary>
    public LabAuthorityOptions Authority { get; init; } = new();

    /// <summary>Behaviour of emulated cards.</summary>
    public EmulatedCardOptions Card { get; init; } = EmulatedCardOptions.Default;
}
