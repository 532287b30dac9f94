using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>Validates a path over any given chain and lists (RFC 5280 §6), for hierarchies other than JPKI's: timestamp authorities, a platform operator's server, test sets.</summary>
/// <remarks>
/// <para>JPKI's own certificates go to <see cref="Paths.PathVerifier"/> and <see cref="Validation.CertificateValidator"/>, which know its profile; this class knows none.</para>
/// <para>Pure and thread safe. Nothing is fetched. No bytes make it throw; only a missing argument and an option out of its range do.
/// What is not implemented is never passed over where it would matter: the answer is undetermined with a reason of its own.</para>
/// </remarks>
public static class ChainVerifier
{
    /// <summary>Searches a path and judges it.</summary>
    /// <param name="request">Certificates, lists, instant and options.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException">The request or one of its lists is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A budget of the options is out of its range.</exception>
    public static ChainResult Verify(ChainRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Intermediates);
        ArgumentNullException.ThrowIfNull(request.Anchors);
        ArgumentNullException.ThrowIfNull(request.Crls);
        ArgumentNullException.ThrowIfNull(request.Options);
        request.Options.Validate();
        if (!ChainContext.Fits(request))
        {
            return Refused(VerificationReason.ChainWorkExceeded);
        }

        if (ChainCertificateReader.TryRead(request.EndEntity) is not { } target)
        {
            return Refused(VerificationReason.CertificateMalformed);
        }

        ChainContext context = new(request);
        PathSearch search = new(context, context.Anchors, depth: 0);
        return search.Run(target);
    }

    private static ChainResult Refused(VerificationReason reason) => new(ChainFindings.Of(reason), null);
}
