using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>A municipality's book of who bears which resident record code (住民票コードの記載): the rules over its pool and its register.</summary>
/// <remarks>
/// <para>A person who was registered before keeps the latest code; a person who never was gets one from the pool; a change needs no reason and gives no choice of digits.
/// Every entry leaves a notice to be sent (<see cref="IResidentCodeRegister.FindOwedNoticesAsync"/>). A change of code changes no individual number.</para>
/// <para>Pool and register may be kept apart. The draw is named after person and version, so a call that ended between draw and entry, by a crash or a lost line, is
/// repeated with the same code: none is drawn in vain. Thread safe, and safe for several processes where the two are. Source: 住民基本台帳法30条の3, 30条の4 (project research notes
/// §2, C3–C6).</para>
/// </remarks>
public sealed class ResidentCodeBook
{
    private const int MostRepeats = 1000;

    private readonly LocalGovernmentCode _municipality;
    private readonly IAllottedCodes _allotted;
    private readonly IResidentCodeRegister _register;
    private readonly TimeProvider _clock;

    /// <summary>Opens a municipality's book.</summary>
    /// <param name="municipality">Whose pool is drawn from.</param>
    /// <param name="allotted">The pools.</param>
    /// <param name="register">Where entries are kept.</param>
    /// <param name="clock">Time of the entries.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="municipality"/> is empty.</exception>
    public ResidentCodeBook(LocalGovernmentCode municipality, IAllottedCodes allotted, IResidentCodeRegister register, TimeProvider clock)
    {
        AllotmentRules.Check(municipality);
        ArgumentNullException.ThrowIfNull(allotted);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(clock);
        _municipality = municipality;
        _allotted = allotted;
        _register = register;
        _clock = clock;
    }

    /// <summary>Writes a code for a person: the one that he or she had latest, or a new one. Who comes back with a code of elsewhere gets a further entry with it.</summary>
    /// <param name="person">The municipality's handle of the person.</param>
    /// <param name="latest">The code that the person had latest anywhere, or empty for a person who never was registered or is known here.</param>
    /// <param name="cancellationToken">Gives up; the entry is there or not, and asking again tells.</param>
    /// <returns>Drawn, kept, exhausted, or held by another, with the code that stands in the book.</returns>
    /// <exception cref="ArgumentException"><paramref name="person"/> is empty.</exception>
    public async ValueTask<CodeEntryResult> EnterAsync(Guid person, ResidentRecordCode latest = default, CancellationToken cancellationToken = default)
    {
        Check(person);
        IReadOnlyList<CodeEntry> entries = await _register.HistoryAsync(person, cancellationToken).ConfigureAwait(false);
        if (entries.Count > 0 && (latest.IsEmpty || entries.Any(entry => entry.Code == latest)))
        {
            return new CodeEntryResult(CodeEntryOutcome.Kept, entries[^1].Code);
        }

        (CodeEntryOutcome outcome, ResidentRecordCode code) = latest.IsEmpty
            ? await DrawAsync(person, 0, CodeEntryOutcome.Drawn, cancellationToken).ConfigureAwait(false)
            : (OutcomeOf(await WriteAsync(person, entries.Count, latest, CodeEntryOutcome.Kept, cancellationToken).ConfigureAwait(false), CodeEntryOutcome.Kept), latest);
        return outcome switch
        {
            CodeEntryOutcome.NotPresent => new CodeEntryResult(CodeEntryOutcome.Kept, (await PresentAsync(person, cancellationToken).ConfigureAwait(false))!.Code),
            CodeEntryOutcome.HeldByAnother => new CodeEntryResult(outcome),
            _ => new CodeEntryResult(outcome, code),
        };
    }

    /// <summary>Changes a person's code at request; no reason is asked.</summary>
    /// <param name="person">The municipality's handle of the person.</param>
    /// <param name="present">The code that is to be given up; it tells a call that is repeated from one for a further change.</param>
    /// <param name="cancellationToken">Gives up; the entry is there or not, and asking again tells.</param>
    /// <returns>Changed, exhausted, unknown person, or not the present code, with the code that stands in the book.</returns>
    /// <exception cref="ArgumentException"><paramref name="person"/> is empty.</exception>
    public async ValueTask<CodeEntryResult> ChangeAsync(Guid person, ResidentRecordCode present, CancellationToken cancellationToken = default)
    {
        Check(person);
        if (await PresentAsync(person, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return new CodeEntryResult(CodeEntryOutcome.UnknownPerson);
        }

        if (before.Code != present)
        {
            return new CodeEntryResult(CodeEntryOutcome.NotPresent, before.Code);
        }

        (CodeEntryOutcome outcome, ResidentRecordCode code) = await DrawAsync(person, before.Version + 1, CodeEntryOutcome.Changed, cancellationToken).ConfigureAwait(false);
        return new CodeEntryResult(outcome, outcome == CodeEntryOutcome.Changed ? code : (await PresentAsync(person, cancellationToken).ConfigureAwait(false))!.Code);
    }

    private async ValueTask<(CodeEntryOutcome Outcome, ResidentRecordCode Code)> DrawAsync(
        Guid person, int version, CodeEntryOutcome occasion, CancellationToken cancellationToken)
    {
        for (int repetition = 0; repetition < MostRepeats; repetition++)
        {
            Guid[] request = [CodeRequests.Of(person, version, repetition)];
            ResidentRecordCode code = (await _allotted.DrawAsync(_municipality, request, cancellationToken).ConfigureAwait(false))[0];
            if (code.IsEmpty)
            {
                break;
            }

            CodeEntryOutcome outcome = OutcomeOf(await WriteAsync(person, version, code, occasion, cancellationToken).ConfigureAwait(false), occasion);
            if (outcome != CodeEntryOutcome.HeldByAnother)
            {
                return (outcome, code);
            }
        }

        return (CodeEntryOutcome.PoolExhausted, default);
    }

    private async ValueTask<CodeEntry?> PresentAsync(Guid person, CancellationToken cancellationToken)
    {
        IReadOnlyList<CodeEntry> entries = await _register.HistoryAsync(person, cancellationToken).ConfigureAwait(false);
        return entries.Count == 0 ? null : entries[^1];
    }

    private ValueTask<CodeEntryConflict> WriteAsync(Guid person, int version, ResidentRecordCode code, CodeEntryOutcome occasion, CancellationToken cancellationToken) =>
        _register.AddAsync(new CodeEntry { Person = person, Version = version, Code = code, Occasion = occasion, Since = _clock.GetUtcNow() }, cancellationToken);

    private static CodeEntryOutcome OutcomeOf(CodeEntryConflict conflict, CodeEntryOutcome written) => conflict switch
    {
        CodeEntryConflict.None => written,
        CodeEntryConflict.Version => CodeEntryOutcome.NotPresent,
        _ => CodeEntryOutcome.HeldByAnother,
    };

    private static void Check(Guid person)
    {
        if (person == Guid.Empty)
        {
            throw new ArgumentException("An entry is of a person.", nameof(person));
        }
    }
}
