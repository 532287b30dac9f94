using System.Security.Cryptography;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>Designates corporate numbers (法人番号の指定, 番号法39条): a check digit before a base of twelve digits that no other corporation has.</summary>
/// <remarks>
/// <para>A registered corporation's base is its 会社法人等番号, so its number follows from the registry. A body without registration gets a base that begins with 7; the
/// real order of those is not public, and here they are drawn at random: synthetic.</para>
/// <para>Thread safe when the source of randomness is. Source: 番号法施行令35条, project research notes §1.2.</para>
/// </remarks>
public sealed class CorporateNumberIssuer
{
    private const long FirstUnregisteredBase = 700_000_000_000;
    private const long UnregisteredBases = 100_000_000_000;
    private const int MostRepeats = 100;

    private readonly ICorporateRegister _register;
    private readonly RandomNumberGenerator _random;
    private readonly TimeProvider _clock;

    /// <summary>Makes an issuer.</summary>
    /// <param name="register">The register.</param>
    /// <param name="random">Source of randomness; stays the caller's.</param>
    /// <param name="clock">Time of the designations.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CorporateNumberIssuer(ICorporateRegister register, RandomNumberGenerator random, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(clock);
        _register = register;
        _random = random;
        _clock = clock;
    }

    /// <summary>Designates a registered corporation (設立登記法人).</summary>
    /// <param name="companyNumber">会社法人等番号: twelve digits as a number, 010,000,000,000 to 599,999,999,999.</param>
    /// <param name="name">Name.</param>
    /// <param name="seat">Seat.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry, or <see langword="null"/> when the corporation has its number already.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number does not begin like a registry office's.</exception>
    public ValueTask<CorporateEntry?> DesignateRegisteredAsync(long companyNumber, string name, string seat, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(companyNumber, 10_000_000_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(companyNumber, 600_000_000_000);
        return DesignateAsync(companyNumber, name, seat, cancellationToken);
    }

    /// <summary>Designates a body without registration (設立登記のない法人, 人格のない社団等).</summary>
    /// <param name="name">Name.</param>
    /// <param name="seat">Seat.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entry, or <see langword="null"/> when a hundred draws met designated bases only.</returns>
    public async ValueTask<CorporateEntry?> DesignateUnregisteredAsync(string name, string seat, CancellationToken cancellationToken = default)
    {
        CorporateEntry? entry = null;
        for (int repeat = 0; entry is null && repeat < MostRepeats; repeat++)
        {
            long drawn = FirstUnregisteredBase + RandomDraw.Below(_random, UnregisteredBases);
            entry = await DesignateAsync(drawn, name, seat, cancellationToken).ConfigureAwait(false);
        }

        return entry;
    }

    /// <summary>Notes a change of name or seat; the number stays.</summary>
    /// <param name="number">The number.</param>
    /// <param name="name">Name from now on.</param>
    /// <param name="seat">Seat from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new version, or <see langword="null"/> when the number was never designated or somebody else changed it at the same moment.</returns>
    public async ValueTask<CorporateEntry?> ChangeAsync(CorporateNumber number, string name, string seat, CancellationToken cancellationToken = default)
    {
        int versions = (await _register.HistoryAsync(number, cancellationToken).ConfigureAwait(false)).Count;
        return versions == 0 ? null : await WriteAsync(number, versions, name, seat, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<CorporateEntry?> DesignateAsync(long twelve, string name, string seat, CancellationToken cancellationToken) => WriteAsync(
        CorporateNumber.FromTrusted((CorporateNumberCheckDigit.Compute(twelve) * 1_000_000_000_000) + twelve), 0, name, seat, cancellationToken);

    private async ValueTask<CorporateEntry?> WriteAsync(CorporateNumber number, int version, string name, string seat, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(seat);
        CorporateEntry entry = new() { Number = number, Version = version, Name = name, Seat = seat, Since = _clock.GetUtcNow() };
        return await _register.TryAddAsync(entry, cancellationToken).ConfigureAwait(false) ? entry : null;
    }
}
