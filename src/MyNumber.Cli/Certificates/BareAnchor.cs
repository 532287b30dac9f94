using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Chains;

namespace MyNumber.Cli.Certificates;

/// <summary>Certificates that are pinned as anchors of a hierarchy that is not JPKI's.</summary>
internal static class BareAnchor
{
    // Under itself and for its first second: names, signature, basicConstraints and key usage have to hold, and whether it is over is for the verification to say.
    private static readonly ChainOptions _options = ChainOptions.Strict with { LeaveStatusOfEveryCertificateToTheCaller = true };

    /// <summary>Reads them from files, or says why they are not taken.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Load(IReadOnlyList<string> paths, string name, VerbContext context)
    {
        if (AnchorOptions.ReadFiles(paths, name, context) is not { } files)
        {
            return null;
        }

        ReadOnlyMemory<byte>[] anchors = [.. files.SelectMany(AnchorOptions.Split)];
        if (anchors.Length != 0 && anchors.All(IsAuthority))
        {
            return anchors;
        }

        AnchorOptions.TellNoAuthority(name, context);
        return null;
    }

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
