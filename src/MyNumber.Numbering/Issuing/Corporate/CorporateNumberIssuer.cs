using System.Security.Cryptography;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.Numbering.Issuing.Corporate;

/// <summary>Designates corporate numbers (法人番号の指定, 番号法39条): a check digit before a base of twelve digits that no other corporation has.</summary>
/// <remarks>
/// <para>A registered corporation's base is its 会社法人等番号, so its number follows from the registry. A body without registration gets a base that begins with 7; the
/// real order of those is not public, and here they are drawn at random: synthetic.</para>
/// <para>Every call may be repeated with the same request after a failure, and gives the same entry; the request is a unique key of the register.</para>
/// <para>Thread safe when the source of randomness is. Source: 番号法施行令35条; the offices 0100 to 5000 of the table of bases (project research notes §1.2, confidence medium), by which
/// <see cref="CorporateNumber.Warning"/> judges, too.</para>
/// </remarks>
public sealed class CorporateNumberIssuer
{
    private const long FirstRegisteredBase = 10_000_000_000;
    private const long LastRegisteredBase = 500_099_999_999;
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
    /// <param name="request">Name of the request; the same when asking again.</param>
    /// <param name="companyNumber">会社法人等番号: twelve digits as a number, 010,000,000,000 to 500,099,999,999: registry offices 0100 to 5000.</param>
    /// <param name="name">Name.</param>
    /// <param name="seat">Seat.</param>
    /// <param name="cancellationToken">Gives up; the number may be designated all the same.</param>
    /// <returns>The entry, the same one when the request was answered before; or <see langword="null"/> when the corporation has its number already, or the request was
    /// answered before and asked for something else.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number does not begin like a registry office's. The number is not in the exception.</exception>
    /// <exception cref="ArgumentException">The request is empty, or the name is.</exception>
    public async ValueTask<CorporateEntry?> DesignateRegisteredAsync(
        Guid request, long companyNumber, string name, string seat, CancellationToken cancellationToken = default)
    {
        if (companyNumber is < FirstRegisteredBase or > LastRegisteredBase)
        {
            // An individual number that was handed over by mistake has twelve digits as well.
            throw new ArgumentOutOfRangeException(nameof(companyNumber), "The number does not begin with a registry office.");
        }

        CorporateEntry wanted = Entry(request, NumberOf(companyNumber), 0, name, seat);
        return await AnsweredAsync(request, cancellationToken).ConfigureAwait(false) is { } before
            ? Same(before, wanted)
            : await WriteAsync(wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Designates a body without registration (設立登記のない法人, 人格のない社団等).</summary>
    /// <param name="request">Name of the request; the same when asking again, so that a body whose answer was lost gets no second number.</param>
    /// <param name="name">Name.</param>
    /// <param name="seat">Seat.</param>
    /// <param name="cancellationToken">Gives up; the number may be designated all the same.</param>
    /// <returns>The entry, the same one when the request was answered before; or <see langword="null"/> when a hundred draws met designated bases only, or the request was
    /// answered before and asked for something else.</returns>
    /// <exception cref="ArgumentException">The request is empty, or the name is.</exception>
    public async ValueTask<CorporateEntry?> DesignateUnregisteredAsync(Guid request, string name, string seat, CancellationToken cancellationToken = default)
    {
        for (int repeat = 0; repeat < MostRepeats; repeat++)
        {
            CorporateEntry wanted = Entry(request, NumberOf(FirstUnregisteredBase + RandomDraw.Below(_random, UnregisteredBases)), 0, name, seat);
            if (await AnsweredAsync(request, cancellationToken).ConfigureAwait(false) is { } before)
            {
                return before.Number.Kind == CorporateNumberKind.UnregisteredOrganization && IsAlike(before, wanted) ? before : null;
            }

            if (await _register.TryAddAsync(wanted, cancellationToken).ConfigureAwait(false))
            {
                return wanted;
            }
        }

        return null;
    }

    /// <summary>Notes a change of name or seat; the number stays.</summary>
    /// <param name="request">Name of the request; the same when asking again.</param>
    /// <param name="number">The number.</param>
    /// <param name="name">Name from now on.</param>
    /// <param name="seat">Seat from now on.</param>
    /// <param name="cancellationToken">Gives up; the change may be noted all the same.</param>
    /// <returns>The new version, the same one when the request was answered before; or <see langword="null"/> when the number was never designated, somebody else changed it
    /// at the same moment, or the request was answered before and asked for something else.</returns>
    /// <exception cref="ArgumentException">The request is empty, or the name is.</exception>
    public async ValueTask<CorporateEntry?> ChangeAsync(Guid request, CorporateNumber number, string name, string seat, CancellationToken cancellationToken = default)
    {
        int versions = (await _register.HistoryAsync(number, cancellationToken).ConfigureAwait(false)).Count;
        CorporateEntry wanted = Entry(request, number, versions, name, seat);
        if (await AnsweredAsync(request, cancellationToken).ConfigureAwait(false) is { } before)
        {
            return Same(before, wanted);
        }

        return versions == 0 ? null : await WriteAsync(wanted, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<CorporateEntry?> AnsweredAsync(Guid request, CancellationToken cancellationToken) => _register.FindByRequestAsync(request, cancellationToken);

    /// <summary>Writes, or gives what a rival of the same request has written.</summary>
    private async ValueTask<CorporateEntry?> WriteAsync(CorporateEntry wanted, CancellationToken cancellationToken) =>
        await _register.TryAddAsync(wanted, cancellationToken).ConfigureAwait(false) ? wanted
            : await AnsweredAsync(wanted.Request, cancellationToken).ConfigureAwait(false) is { } rival ? Same(rival, wanted)
            : null;

    private static CorporateEntry? Same(CorporateEntry before, CorporateEntry wanted) =>
        before.Number == wanted.Number && IsAlike(before, wanted) ? before : null;

    private static bool IsAlike(CorporateEntry one, CorporateEntry other) =>
        (one.Version == 0) == (other.Version == 0) && string.Equals(one.Name, other.Name, StringComparison.Ordinal) && string.Equals(one.Seat, other.Seat, StringComparison.Ordinal);

    private static CorporateNumber NumberOf(long twelve) =>
        CorporateNumber.FromTrusted((CorporateNumberCheckDigit.Compute(twelve) * 1_000_000_000_000) + twelve);

    private CorporateEntry Entry(Guid request, CorporateNumber number, int version, string name, string seat)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(seat);
        return request == Guid.Empty
            ? throw new ArgumentException("The request has no name.", nameof(request))
            : new CorporateEntry { Number = number, Version = version, Request = request, Name = name, Seat = seat, Since = _clock.GetUtcNow() };
    }
}
