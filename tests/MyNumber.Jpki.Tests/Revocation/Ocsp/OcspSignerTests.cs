using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Jpki.Tests.Shaped;

namespace MyNumber.Jpki.Tests.Revocation.Ocsp;

public sealed class OcspSignerTests
{
    private static readonly DateTimeOffset Now = StatusLab.Now;
    private static readonly byte[] Issuer = StatusLab.Anchor.Certificate.RawData.ToArray();
    private static readonly byte[] Leaf = StatusLab.Path(serial: [0x55]).Certificate.RawData.ToArray();

    public static TheoryData<string, byte[]> GoodResponses => new()
    {
        { "delegated, by key", new LabResponse().Encode() },
        { "delegated, by name", new LabResponse { ByName = true }.Encode() },
        { "delegated, last in the list", new LabResponse { Certificates = [Issuer, Leaf, StatusLab.Responder()] }.Encode() },
        { "issuer itself, by key, no certificate along", new LabResponse { Signer = Issuer, SignerKey = 0, Certificates = [] }.Encode() },
        { "issuer itself, by name, certificate along", new LabResponse { Signer = Issuer, SignerKey = 0, ByName = true }.Encode() },
        { "delegate that bears the issuer's name", DelegateOfIssuersName() },
        { "no keyUsage", WithResponder(StatusLab.Responder(usage: null)) },
        { "first second of the period", WithResponder(StatusLab.Responder(from: Now)) },
        { "last second of the period", WithResponder(StatusLab.Responder(until: Now)) },
        { "no nocheck, 31 days", WithResponder(StatusLab.Responder(noCheck: false, from: Now.AddDays(-1), until: Now.AddDays(30))) },
        { "a worse certificate of the same key first", new LabResponse { Certificates = [StatusLab.Responder(mayStatus: false), StatusLab.Responder()] }.Encode() },
    };

    public static TheoryData<string, byte[]> Unauthorised => new()
    {
        { "no OCSPSigning", WithResponder(StatusLab.Responder(mayStatus: false)) },
        { "delegated by the other generation of the same name", WithResponder(StatusLab.Responder(issuer: StatusLab.SecondAnchor)) },
        { "delegated by a strange authority", WithResponder(StatusLab.Responder(issuer: StatusLab.StrangeAnchor)) },
        { "one second too late", WithResponder(StatusLab.Responder(until: Now.AddSeconds(-1))) },
        { "one second too early", WithResponder(StatusLab.Responder(from: Now.AddSeconds(1))) },
        { "keyUsage without digitalSignature", WithResponder(StatusLab.Responder(usage: X509KeyUsageFlags.KeyEncipherment)) },
        { "unknown critical extension", WithResponder(StatusLab.Responder(unknownCritical: true)) },
        { "no nocheck, a second over 31 days", WithResponder(StatusLab.Responder(noCheck: false, from: Now.AddDays(-1), until: Now.AddDays(30).AddSeconds(1))) },
        { "a leaf of the same issuer", new LabResponse { Signer = Leaf, SignerKey = 3 }.Encode() },
        { "a login certificate", LeafAsSigner(ShapedLeaf.UserAuthentication, "1.3.6.1.5.5.7.3.2") },
        { "a leaf for any purpose", LeafAsSigner(ShapedLeaf.UserAuthentication, "2.5.29.37.0") },
        { "a holder's certificate that names OCSPSigning", LeafAsSigner(ShapedLeaf.Signature, "1.3.6.1.5.5.7.3.9") },
        { "responder's certificate left out", new LabResponse { Certificates = [] }.Encode() },
        { "only another certificate along", new LabResponse { Certificates = [Leaf] }.Encode() },
        { "the other generation itself", new LabResponse { Signer = StatusLab.SecondAnchor.Certificate.RawData.ToArray(), SignerKey = 1 }.Encode() },
    };

    public static TheoryData<string, byte[]> BadSignatures => new()
    {
        { "delegate's signature altered", new LabResponse { IsTampered = true }.Encode() },
        { "issuer's signature altered", new LabResponse { Signer = Issuer, SignerKey = 0, Certificates = [], IsTampered = true }.Encode() },
        { "signed with another key than named", new LabResponse { SignerKey = 5 }.Encode() },
        { "SHA-1 signature", new LabResponse { Algorithm = LabResponse.Sha1WithRsa }.Encode() },
        { "algorithm nobody knows", new LabResponse { Algorithm = "2.25.3" }.Encode() },
        { "other generation behind the shared name", new LabResponse { Signer = Issuer, ByName = true, SignerKey = 1 }.Encode() },
    };

    [Theory]
    [MemberData(nameof(GoodResponses))]
    public void Authorised_signer_is_believed(string description, byte[] response) =>
        OcspAnswerTests.Judge(response).State.ShouldBe(RevocationState.Good, description);

    [Theory]
    [MemberData(nameof(Unauthorised))]
    public void Signer_without_authority_is_refused(string description, byte[] response)
    {
        RevocationEvidence evidence = OcspAnswerTests.Judge(response);
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(VerificationReason.StatusSignerNotAuthorised, description);
        evidence.OcspResponse.ToArray().ShouldBe(response);
    }

    [Theory]
    [MemberData(nameof(BadSignatures))]
    public void Signature_that_does_not_hold_is_refused(string description, byte[] response)
    {
        RevocationEvidence evidence = OcspAnswerTests.Judge(response);
        evidence.State.ShouldBe(RevocationState.Unreachable, description);
        evidence.Failure.ShouldBe(VerificationReason.StatusSignatureInvalid, description);
        evidence.ThisUpdate.ShouldBeNull("nothing unsigned is told on");
    }

    [Fact]
    public void Nocheck_can_be_demanded()
    {
        byte[] response = WithResponder(StatusLab.Responder(noCheck: false, from: Now, until: Now.AddDays(1)));
        OcspOptions strict = new() { MaximumResponderLifetimeWithoutNoCheck = TimeSpan.Zero };
        OcspAnswerTests.Judge(response, strict).Failure.ShouldBe(VerificationReason.StatusSignerNotAuthorised);
    }

    [Fact]
    public void Sha1_signature_is_believed_only_under_the_long_named_option()
    {
        byte[] response = new LabResponse { Algorithm = LabResponse.Sha1WithRsa }.Encode();
        OcspOptions weak = new() { AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors = true };
        OcspAnswerTests.Judge(response, weak).State.ShouldBe(RevocationState.Good);
    }

    private static byte[] WithResponder(byte[] responder) => new LabResponse { Signer = responder }.Encode();

    private static byte[] LeafAsSigner(ShapedLeaf shape, string purpose)
    {
        using ShapedAuthority authority = new(0, "C=JP, O=Status Lab, OU=Lab for digital signature");
        authority.KeyIdentifier.ShouldBe(StatusLab.Anchor.KeyIdentifier.ToArray());
        ShapedLeaf leaf = shape with { Key = 4, Extra = [new X509EnhancedKeyUsageExtension([new Oid(purpose)], false), new X509Extension("1.3.6.1.5.5.7.48.1.5", [0x05, 0x00], false)] };
        return new LabResponse { Signer = leaf.IssueBy(authority), SignerKey = 4 }.Encode();
    }

    private static byte[] DelegateOfIssuersName() =>
        new LabResponse { Signer = StatusLab.Responder(name: StatusLab.AuthorityName), ByName = true }.Encode();
}
