using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Validation;

/// <summary>Last state of the pipeline: path verified and status good at one instant. Signatures are judged under this only.</summary>
/// <remarks>Made by <see cref="CertificateValidator"/> only. Immutable and thread safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ValidatedCertificate
{
    internal ValidatedCertificate(VerifiedPath path, RevocationEvidence status)
    {
        Path = path;
        Status = status;
    }

    /// <summary>The certificate.</summary>
    public JpkiCertificate Certificate => Path.Certificate;

    /// <summary>Issuer, profile and instant.</summary>
    public VerifiedPath Path { get; }

    /// <summary>The evidence that it was neither held nor revoked.</summary>
    public RevocationEvidence Status { get; }

    /// <summary>A mask; neither serial nor holder is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "ValidatedCertificate(***)";
}
