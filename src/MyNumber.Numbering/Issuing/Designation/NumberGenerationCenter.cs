using System.Collections.Frozen;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>J-LIS's part: makes numbers at request and answers promptly (番号法8条2項・3項). Synthetic: the real conversion is not public.</summary>
/// <remarks>
/// <para>Decides by the register's unique keys, not by reading first: of two requests at the same moment for one person, one is refused, also when
    /// one names a former code of the person and the other was made with it. That two codes are one person's is known here only from <see cref="GenerationRequest.FormerCodes"/>:
    /// a first number that is asked for with a new code and without the former ones cannot be told from a stranger's. Answering moves the issue to
/// <see cref="DesignationState.Notified"/>.</para>
/// <para>Thread safe; several centers may share a register.</para>
/// </remarks>
public sealed class NumberGenerationCenter : INumberGeneration
{
    private readonly INumberRegister _register;
    private readonly IConversionKeys _keys;
    private readonly TimeProvider _clock;
    private readonly FrozenSet<long> _excluded;

    /// <summary>Makes a center.</summary>
    /// <param name="register">The register.</param>
    /// <param name="keys">Custody of the keys.</param>
    /// <param name="clock">Time of the issues.</param>
    /// <param name="excluded">Eleven-digit values that are not issued, or <see langword="null"/> for <see cref="ExcludedNumbers.Placeholders"/>.</param>
    /// <exception cref="ArgumentNullException">An argument but the last is null.</exception>
    public NumberGenerationCenter(INumberRegister register, IConversionKeys keys, TimeProvider clock, FrozenSet<long>? excluded = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        _register = register;
        _keys = keys;
        _clock = clock;
        _excluded = excluded ?? ExcludedNumbers.Placeholders;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The keys lack their current version.</exception>
    public async ValueTask<GenerationResponse> GenerateAsync(GenerationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!RequestRules.IsComplete(request))
        {
            return new GenerationResponse(GenerationRefusal.Incomplete);
        }

        if (await _register.FindByRequestAsync(request.Id, cancellationToken).ConfigureAwait(false) is { } before)
        {
            return await AnswerAsync(request, before, isRepeated: true, cancellationToken).ConfigureAwait(false);
        }

        GenerationRefusal refusal = await RequestRules.RefusalAsync(_register, request, cancellationToken).ConfigureAwait(false);
        return refusal == GenerationRefusal.None
            ? await MakeAsync(request, cancellationToken).ConfigureAwait(false)
            : new GenerationResponse(refusal);
    }

    private async ValueTask<GenerationResponse> MakeAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<NumberIssue> history = await _register.HistoryAsync(request.Code, cancellationToken).ConfigureAwait(false);
        int keyVersion = _keys.CurrentVersion;
        NumberConverter converter = ConverterOf(keyVersion);
        for (int counter = history.Count == 0 ? 0 : history[^1].Counter + 1; counter < NumberConverter.IssuesPerCode; counter++)
        {
            if (!converter.TryConvert(request.Code, counter, out IndividualNumber number))
            {
                continue;
            }

            NumberIssue issue = IssueOf(request, counter, number, keyVersion);
            RegisterResult result = await _register.AddAsync(new[] { issue }, null, cancellationToken).ConfigureAwait(false);
            switch (result.Conflict)
            {
                case RegisterConflict.None:
                    return await AnswerAsync(request, issue, isRepeated: false, cancellationToken).ConfigureAwait(false);
                case RegisterConflict.Request:
                    NumberIssue? rival = await _register.FindByRequestAsync(request.Id, cancellationToken).ConfigureAwait(false);
                    return await AnswerAsync(request, rival!.Value, isRepeated: true, cancellationToken).ConfigureAwait(false);
                case RegisterConflict.Replaced:
                    return new GenerationResponse(GenerationRefusal.AlreadyReplaced);
                case RegisterConflict.CodeAndCounter when request.Replaces.IsEmpty:
                    return new GenerationResponse(GenerationRefusal.AlreadyNumbered);
            }
        }

        return new GenerationResponse(GenerationRefusal.IssuesExhausted);
    }

    private NumberIssue IssueOf(GenerationRequest request, int counter, IndividualNumber number, int keyVersion) => new()
    {
        Request = request.Id,
        Code = request.Code,
        Counter = counter,
        Number = number,
        Replaces = request.Replaces,
        FormerCodes = RequestRules.FormerCodesTaken(request),
        KeyVersion = keyVersion,
        Municipality = request.Municipality,
        Reason = request.Reason,
        GeneratedAt = _clock.GetUtcNow(),
    };

    private async ValueTask<GenerationResponse> AnswerAsync(GenerationRequest request, NumberIssue issue, bool isRepeated, CancellationToken cancellationToken)
    {
        if (!RequestRules.IsOf(request, issue))
        {
            return new GenerationResponse(GenerationRefusal.RequestReused);
        }

        await _register.AdvanceAsync(new[] { issue.Request }, DesignationState.Notified, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        NumberIssue? told = await _register.FindByRequestAsync(issue.Request, cancellationToken).ConfigureAwait(false);
        return new GenerationResponse(told!.Value, isRepeated);
    }

    private NumberConverter ConverterOf(int keyVersion) => _keys.TryOpen(keyVersion, out Permutations.IKeyedPermutation? permutation)
        ? new NumberConverter(permutation, _excluded)
        : throw new InvalidOperationException("The keys lack their current version.");
}
