using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Designation;

/// <summary>The mayor's part (指定): asks J-LIS for a number, designates it by receiving the notice, writes it into the resident record, and changes it when it leaked.</summary>
/// <remarks>
/// <para>Every call may be repeated with the same request after a failure; no step is taken twice. Receipt of the notice is the designation (番号法施行令2条), so a
/// notice that is lost leaves the issue at <see cref="DesignationState.Notified"/> until the request is sent again.</para>
/// <para>Thread safe. Source: 番号法7条・8条, 施行令2条・3条 (project research notes §2, R5–R9).</para>
/// </remarks>
public sealed class DesignationService
{
    private readonly INumberGeneration _generation;
    private readonly INumberRegister _register;
    private readonly TimeProvider _clock;
    private readonly LocalGovernmentCode _municipality;

    /// <summary>Makes the service of one municipality.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="generation">The line to J-LIS.</param>
    /// <param name="register">Where states are kept.</param>
    /// <param name="clock">Time of the states.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DesignationService(LocalGovernmentCode municipality, INumberGeneration generation, INumberRegister register, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(clock);
        _municipality = municipality;
        _generation = generation;
        _register = register;
        _clock = clock;
    }

    /// <summary>Designates a first number, after a code was written for a person who had none (番号法7条1項).</summary>
    /// <param name="request">Name of the request; the same when asking again.</param>
    /// <param name="code">The code that was written.</param>
    /// <param name="reason">Birth, first entry, or introduction.</param>
    /// <param name="formerCodes">Codes that the person bore before, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; made means designated.</returns>
    public ValueTask<GenerationResponse> DesignateAsync(
        Guid request, ResidentRecordCode code, IssueReason reason, IReadOnlyList<ResidentRecordCode>? formerCodes = null, CancellationToken cancellationToken = default) =>
        AskAsync(Request(request, code, reason, default, formerCodes), cancellationToken);

    /// <summary>Changes a number at the person's request (番号法7条2項).</summary>
    /// <param name="request">Name of the request; the same when asking again.</param>
    /// <param name="code">The person's present code.</param>
    /// <param name="form">The person's form.</param>
    /// <param name="formerCodes">Codes that the person bore before, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; a form without grounds or without checked identity is refused and nothing is sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="form"/> is null.</exception>
    public ValueTask<GenerationResponse> ChangeAsync(
        Guid request, ResidentRecordCode code, ChangeForm form, IReadOnlyList<ResidentRecordCode>? formerCodes = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return string.IsNullOrWhiteSpace(form.Grounds) || !form.IdentityChecked
            ? ValueTask.FromResult(new GenerationResponse(GenerationRefusal.FormIncomplete))
            : AskAsync(Request(request, code, IssueReason.LeakByRequest, form.Number, formerCodes), cancellationToken);
    }

    /// <summary>Changes a number ex officio (職権), because it leaked and misuse is feared.</summary>
    /// <param name="request">Name of the request; the same when asking again.</param>
    /// <param name="code">The person's present code.</param>
    /// <param name="number">The number that leaked.</param>
    /// <param name="formerCodes">Codes that the person bore before, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer. The procedure that the ordinance sets for this case was not found; only the change itself is modelled.</returns>
    public ValueTask<GenerationResponse> ChangeExOfficioAsync(
        Guid request, ResidentRecordCode code, IndividualNumber number, IReadOnlyList<ResidentRecordCode>? formerCodes = null, CancellationToken cancellationToken = default) =>
        AskAsync(Request(request, code, IssueReason.LeakExOfficio, number, formerCodes), cancellationToken);

    /// <summary>Notes that designated numbers stand in the resident records.</summary>
    /// <param name="requests">Requests of the issues.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were noted; issues that are not designated, or noted already, are left alone.</returns>
    public ValueTask<int> RecordAsync(ReadOnlyMemory<Guid> requests, CancellationToken cancellationToken = default) =>
        _register.AdvanceAsync(requests, DesignationState.Recorded, _clock.GetUtcNow(), cancellationToken);

    private GenerationRequest Request(
        Guid id, ResidentRecordCode code, IssueReason reason, IndividualNumber replaces, IReadOnlyList<ResidentRecordCode>? formerCodes) => new()
        {
            Id = id,
            Municipality = _municipality,
            Code = code,
            FormerCodes = formerCodes ?? [],
            Reason = reason,
            Replaces = replaces,
        };

    private async ValueTask<GenerationResponse> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        GenerationResponse response = await _generation.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsMade)
        {
            return response;
        }

        await _register.AdvanceAsync(new[] { request.Id }, DesignationState.Designated, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        NumberIssue? issue = await _register.FindByRequestAsync(request.Id, cancellationToken).ConfigureAwait(false);
        return new GenerationResponse(issue ?? response.Issue, response.IsRepeated);
    }
}
