using MyNumber.Jpki.Signatures;

namespace MyNumber.Jpki.Services;

/// <summary>Verifies a signed application (署名付き申請) that a service asked for: a CMS document whose content is the statement of one challenge.</summary>
/// <remarks>
/// <para>Order: take the challenge, which uses it up even if all else fails; origin, session, audience and age; content; then the document with its signer, status last.</para>
/// <para>Immutable and thread safe when its parts are; make one and keep it.</para>
/// </remarks>
public sealed class ApplicationVerifier
{
    private readonly DocumentVerifier _documents;
    private readonly HolderChallenges _challenges;

    /// <summary>Brings the verifier of documents and the challenges together.</summary>
    /// <param name="documents">Verifies the document under the signature certificate's anchors.</param>
    /// <param name="challenges">The challenges that this service issues.</param>
    public ApplicationVerifier(DocumentVerifier documents, HolderChallenges challenges)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(challenges);
        _documents = documents;
        _challenges = challenges;
    }

    /// <summary>Verifies one application now.</summary>
    /// <param name="challengeId">The challenge's id, from outside.</param>
    /// <param name="origin">The origin of this request, as the server knows it.</param>
    /// <param name="session">The session or transaction of this request, as the server knows it.</param>
    /// <param name="cms">CMS SignedData with its content, DER, from outside; unchanged until the answer comes.</param>
    /// <param name="cancellationToken">Ends the wait for store and status source; a challenge taken by then stays used up.</param>
    /// <returns>The answer; nothing that comes from outside throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async ValueTask<ApplicationResult> VerifyAsync(string challengeId, string origin, string session, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken = default)
    {
        ChallengePlace place = new(challengeId, origin, session, StatementPurpose.Application);
        (VerificationReason reason, HolderChallenge? challenge) = await _challenges.TakeAsync(place, cancellationToken).ConfigureAwait(false);
        if (reason != VerificationReason.None)
        {
            return ApplicationResult.Refused(reason);
        }

        if (SaysOtherwise(cms.Span, challenge!.Message.Span))
        {
            return ApplicationResult.Refused(VerificationReason.ApplicationForOtherChallenge);
        }

        return ApplicationResult.From(await _documents.VerifyAsync(cms, cancellationToken: cancellationToken).ConfigureAwait(false), challenge.Text!);
    }

    // A document that cannot be read, or has no content, is told by the verifier of documents.
    private static bool SaysOtherwise(ReadOnlySpan<byte> cms, ReadOnlySpan<byte> statement) =>
        cms.Length <= CmsSignedDocument.MaximumLength
        && CmsSignedDocument.TryParse(cms, out CmsSignedDocument? document, out _)
        && document.Content is { } content
        && !content.Span.SequenceEqual(statement);
}
