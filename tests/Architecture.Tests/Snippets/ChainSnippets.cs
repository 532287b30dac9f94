using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ChainSnippets
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Chain_of_a_timestamp_authority_is_judged()
    {
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP384), stampKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        CertificateRequest rootRequest = new("CN=Snippet Root", rootKey, HashAlgorithmName.SHA384);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        rootRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, false));
        using X509Certificate2 root = rootRequest.CreateSelfSigned(_now.AddYears(-1), _now.AddYears(9));
        CertificateRequest stampRequest = new("CN=Snippet Stamps", stampKey, HashAlgorithmName.SHA384);
        stampRequest.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Oids.TimeStamping)], true));
        using X509Certificate2 stamps = stampRequest.Create(root, _now.AddDays(-1), _now.AddYears(1), [0x2A]);
        byte[] list = new CertificateRevocationListBuilder().Build(root, 1, _now.AddDays(1), HashAlgorithmName.SHA384, thisUpdate: _now.AddHours(-1));
        byte[] certificate = stamps.RawData, pinnedRoot = root.RawData;
        ReadOnlyMemory<byte>[] certificatesOfTheToken = [certificate];
        DateTimeOffset instant = _now;
        #region chain-verify
        ChainResult answer = ChainVerifier.Verify(new ChainRequest
        {
            EndEntity = certificate,                                   // of whoever stamped
            Intermediates = certificatesOfTheToken,                    // in any order, more than needed, believed in nothing
            Anchors = [pinnedRoot],                                    // yours; never one that came along
            Crls = [list],                                             // of every authority in the path
            At = instant,
            Options = new ChainOptions { RequiredPurpose = Oids.TimeStamping },
        });
        string decision = answer.Outcome switch
        {
            VerificationOutcome.Valid => "go on",
            VerificationOutcome.Invalid => $"refuse: {string.Join(", ", answer.Reasons)}",
            _ => $"not now: {answer.Reason}",                          // never as if valid
        };
        #endregion
        decision.ShouldBe("go on");
    }
}
