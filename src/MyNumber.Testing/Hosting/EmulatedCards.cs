using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Testing.Hosting;

/// <summary>The people of the emulated environment with their cards, for a process that only holds a card, such as a card agent. The same seed gives the cards that an application with
/// <c>UseEmulator</c> knows, byte for byte, when both start in the same month (UTC) or name the same <see cref="EmulatorOptions.Start"/>.</summary>
/// <remarks>
/// <para>The list does not change and may be read from any thread. A card is in one reader, which one connection has at a time. Retry counters are this process's: no card knows what another process did with its twin.</para>
/// <para>Disposing it disposes cards and keys.</para>
/// </remarks>
public sealed class EmulatedCards : IDisposable
{
    private const uint FirstSerial = 0x0400_0001;
    private const uint SerialsOfASeed = 0x1000;
    private const int SeedsApart = (int)((MonotonicSerialSource.Highest - FirstSerial) / SerialsOfASeed);

    private readonly LabPopulation _population;

    /// <summary>Makes authority, people and cards; some hundredths of a second.</summary>
    /// <param name="options">Seed, number of people and start; read now only.</param>
    /// <param name="clock">Tells the month; it is the clock of the authority from then on.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message says what to do.</exception>
    public EmulatedCards(EmulatorOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        DateTimeOffset now = clock.GetUtcNow();
        if (options.FindProblem(now) is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        Start = options.StartAt(now);
        FoundingClock founding = new(Start, clock);
        _population = new LabPopulation(options.Seed, freshKeys: false, Numbered(options), options.Card, founding);
        try
        {
            Holders = [.. Enumerable.Range(0, options.Persons).Select(_ => _population.AddHolder())];
        }
        catch
        {
            _population.Dispose();
            throw;
        }

        founding.Go();
    }

    /// <summary>When authority and cards were made.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The people with their cards; the first is at 0.</summary>
    public IReadOnlyList<LabHolder> Holders { get; }

    internal LabAuthority Authority => _population.Authority;

    internal TrustAnchorSet Anchors(CertificatePurpose purpose) => _population.Anchors(purpose);

    /// <summary>Disposes cards and keys.</summary>
    public void Dispose() => _population.Dispose();

    // Every seed has the same authority, so only the serials keep one seed's card from being taken for the person of another in the same place.
    private static LabAuthorityOptions Numbered(EmulatorOptions options)
    {
        uint start = FirstSerial + ((uint)(((((long)options.Seed - 1) % SeedsApart) + SeedsApart) % SeedsApart) * SerialsOfASeed);
        return options.Authority with
        {
            SignatureSerials = options.Authority.SignatureSerials ?? new MonotonicSerialSource(start),
            UserAuthenticationSerials = options.Authority.UserAuthenticationSerials ?? new MonotonicSerialSource(start),
        };
    }
}
