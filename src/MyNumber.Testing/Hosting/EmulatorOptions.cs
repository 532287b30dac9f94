using MyNumber.Card.Emulation;
using MyNumber.Jpki.Authority;

namespace MyNumber.Testing.Hosting;

/// <summary>How the emulated environment begins. Every default is fit for a first try.</summary>
/// <remarks>Set once at start. Two processes with the same <see cref="Seed"/>, <see cref="Start"/> and <see cref="Authority"/> make the same cards and certificates byte for byte; a higher
/// number of <see cref="Persons"/> only adds people.</remarks>
public sealed class EmulatorOptions
{
    /// <summary>The most people whose keys follow from the seed.</summary>
    public const int MostPersons = 12;

    /// <summary>The seed that people, the choice of lab keys and the range of serials follow from; default 1. To the responder of another seed its certificates are unknown.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How many people have a card, 1 to <see cref="MostPersons"/>; default 4. The responder of an application with fewer people knows nothing of the others.</summary>
    public int Persons { get; set; } = 4;

    /// <summary>When authority and cards were made; not after the present. <see langword="null"/> (default) for 00:00 UTC on the first day of the present month, so that processes that start in the
    /// same month agree. After the turn of a month a process that starts makes other certificates under the same keys and serials: start them all anew, or fix the instant here.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>Names, policies and rules of the authority. A serial source that is given here is used up by one process.</summary>
    public LabAuthorityOptions Authority { get; set; } = new();

    /// <summary>Behaviour of the emulated cards.</summary>
    public EmulatedCardOptions Card { get; set; } = EmulatedCardOptions.Default;

    /// <summary>Whether the application also fetches the lab's lists of revoked certificates (失効リスト); default <see langword="false"/>: it asks the responder only, and a responder that is down leaves
    /// the status undetermined.</summary>
    public bool ServesLists { get; set; }

    /// <summary>Whether answers of the responder are kept as <c>JpkiOptions.StatusCache</c> says; default <see langword="false"/>: each verification asks anew, so that a hold shows at the next one.</summary>
    public bool KeepsAnswers { get; set; }

    /// <summary>Whether a host whose environment is neither Development nor Production starts; default <see langword="false"/>. Everybody has the keys of the emulated environment: for hosts that
    /// nobody else reaches. A host whose environment is Production, or that names none, never starts.</summary>
    public bool RunsAlthoughThisHostIsNotDevelopment { get; set; }

    /// <summary>What is wrong and what to do, or <see langword="null"/>.</summary>
    internal string? FindProblem(DateTimeOffset now) =>
        Persons is < 1 or > MostPersons ? $"EmulatorOptions.Persons must be 1 to {MostPersons}."
        : Start > now ? "EmulatorOptions.Start lies after the present: certificates would not be valid yet. Set an instant that has passed, or leave it out."
        : Authority is null || Card is null ? "EmulatorOptions.Authority and EmulatorOptions.Card must be set; leave them out for the defaults."
        : null;

    internal DateTimeOffset StartAt(DateTimeOffset now)
    {
        DateTimeOffset present = now.ToUniversalTime();
        return Start ?? new DateTimeOffset(present.Year, present.Month, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
