using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki;
using MyNumber.Jpki.Chains;

namespace MyNumber.Cli.Certificates;

/// <summary>Certificates that are pinned as anchors of a hierarchy that is not JPKI's.</summary>
internal static class BareAnchor
{
    // Under itself and for its first second: names, signature, basicConstraints and key usage have to hold, and whether it is over is for the verification to say.
    private static readonly ChainOptions _options = ChainOptions.Strict with { LeaveStatusOfEveryCertificateToTheCaller = true };

    /// <summary>Whether these are one certificate, of an authority that signed itself.</summary>
    public static bool IsAuthority(ReadOnlyMemory<byte> der)
    {
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der.Span);
            bool isAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);
            return isAuthority && ChainVerifier.Verify(new ChainRequest { EndEntity = der, Anchors = [der], At = certificate.NotBefore, Options = _options }).Outcome == VerificationOutcome.Valid;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
