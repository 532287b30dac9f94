using System.Security.Cryptography;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

public sealed class CmsDocumentSignerTests : IDisposable
{
    private readonly SignerDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    public static TheoryData<string, string, CmsSignatureForm, string> Forms => new()
    {
        { "rsaEncryption", "SHA256", CmsSignatureForm.RsaEncryption, "1.2.840.113549.1.1.1" },
        { "sha256WithRSAEncryption", "SHA256", CmsSignatureForm.HashWithRsa, "1.2.840.113549.1.1.11" },
        { "sha384WithRSAEncryption", "SHA384", CmsSignatureForm.HashWithRsa, "1.2.840.113549.1.1.12" },
        { "sha512WithRSAEncryption", "SHA512", CmsSignatureForm.HashWithRsa, "1.2.840.113549.1.1.13" },
        { "RSASSA-PSS", "SHA256", CmsSignatureForm.Pss, "1.2.840.113549.1.1.10" },
        { "RSASSA-PSS, SHA-512", "SHA512", CmsSignatureForm.Pss, "1.2.840.113549.1.1.10" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_form_is_written_by_its_name_and_verified(string description, string hash, CmsSignatureForm form, string algorithm)
    {
        byte[] cms = _desk.SignByFirst(new CmsSigningOptions { Hash = new HashAlgorithmName(hash), Form = form });
        DocumentVerificationResult result = await _desk.Desk.VerifyAsync(cms);
        result.Reason.ShouldBe(VerificationReason.None, description);
        result.SignerInfo!.SignatureAlgorithm.ShouldBe(algorithm);
        result.SignerInfo.HasSigningCertificate.ShouldBeTrue();
        result.SignerInfo.ClaimedSigningTime.ShouldBe(SigningDesk.Now);
        cms[^1] ^= 1;
        (await _desk.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.SignatureInvalid, description);
    }

    [Fact]
    public async Task A_detached_document_is_verified_with_its_content_only()
    {
        byte[] cms = _desk.SignByFirst(new CmsSigningOptions { Detached = true });
        (await _desk.Desk.VerifyAsync(cms, SigningDesk.Application)).Reason.ShouldBe(VerificationReason.None);
        (await _desk.Desk.VerifyAsync(cms, [.. SigningDesk.Application, 0])).Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        (await _desk.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public async Task A_digest_that_the_caller_computed_gives_the_same_document()
    {
        CmsSigningOptions detached = new() { Detached = true };
        byte[] cms = _desk.Signer.SignDigest(_desk.First, SHA256.HashData(SigningDesk.Application));
        cms.ShouldBe(_desk.SignByFirst(detached));
        (await _desk.Desk.VerifyAsync(cms, SigningDesk.Application)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void The_key_is_asked_once_for_each_signature()
    {
        _desk.SignByFirst();
        _desk.FirstKey.Signatures.ShouldBe(1);
        _desk.SignByBoth();
        _desk.FirstKey.Signatures.ShouldBe(2);
    }

    [Fact]
    public void The_key_is_not_asked_when_the_options_do_not_fit()
    {
        CmsSigningOptions[] wrong =
        [
            new() { Hash = HashAlgorithmName.SHA1 },
            new() { Hash = HashAlgorithmName.MD5 },
            new() { Form = (CmsSignatureForm)9 },
            new() { OtherCertificates = [new byte[] { 1, 2, 3 }] },
            new() { OtherCertificates = [.. Enumerable.Repeat((ReadOnlyMemory<byte>)_desk.SecondDer, 32)] },
        ];
        foreach (CmsSigningOptions options in wrong)
        {
            Should.Throw<ArgumentException>(() => _desk.SignByFirst(options));
        }

        Should.Throw<ArgumentException>(() => _desk.Signer.SignDigest(_desk.First, new byte[20]));
        Should.Throw<ArgumentException>(() => _desk.Signer.Sign(_desk.First, new byte[CmsDocumentSigner.MaximumAttachedContent + 1]));
        _desk.FirstKey.Signatures.ShouldBe(0);
    }

    [Fact]
    public void A_certificate_of_another_key_makes_no_credential()
    {
        Should.Throw<ArgumentException>(() => SignerCredential.Create(_desk.SecondDer, _desk.FirstKey));
        Should.Throw<ArgumentException>(() => SignerCredential.Create([0x30, 0x00], _desk.FirstKey));
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Should.Throw<ArgumentException>(() => SignerCredential.Create(_desk.SecondDer, key));
        using EcdsaDesk next = new();
        Should.Throw<ArgumentException>(() => SignerCredential.Create(next.Der, key));
        Should.Throw<ArgumentException>(() => SignerCredential.Create(next.Der, _desk.FirstKey));
    }

    [Fact]
    public async Task Certificates_are_included_or_not()
    {
        byte[] without = _desk.SignByFirst(new CmsSigningOptions { IncludesCertificate = false });
        SignerDesk.Parse(without).Certificates.ShouldBeEmpty();
        (await _desk.Desk.VerifyAsync(without)).Reason.ShouldBe(VerificationReason.SignerNotFound);
        SignatureVerifier.Verify(await _desk.Desk.ValidateSignerAsync(), SignerDesk.Parse(without)).ShouldBe(VerificationReason.None);

        byte[] more = _desk.SignByFirst(new CmsSigningOptions { OtherCertificates = [_desk.Desk.SignatureAuthority.Der, _desk.Desk.SignatureDer] });
        SignerDesk.Parse(more).Certificates.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_signer_is_named_by_key_identifier_when_asked()
    {
        byte[] cms = _desk.SignByFirst(new CmsSigningOptions { NamesSignerByKeyIdentifier = true });
        (await _desk.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.None);
        Should.Throw<ArgumentException>(() =>
        {
            using EcdsaDesk bare = new(); // its certificate has no key identifier
            _desk.Signer.Sign(bare.Credential, SigningDesk.Application, new CmsSigningOptions { NamesSignerByKeyIdentifier = true });
        });
    }

    [Fact]
    public async Task Attributes_that_are_left_out_are_not_there()
    {
        byte[] cms = _desk.SignByFirst(new CmsSigningOptions { IncludesSigningTime = false, IncludesSigningCertificate = false });
        DocumentVerificationResult result = await _desk.Desk.VerifyAsync(cms);
        result.Reason.ShouldBe(VerificationReason.None);
        result.SignerInfo!.ClaimedSigningTime.ShouldBeNull();
        result.SignerInfo.HasSigningCertificate.ShouldBeFalse();
    }

    [Fact]
    public void Signing_certificate_has_the_bytes_of_the_standard()
    {
        byte[] cms = _desk.SignByFirst();
        byte[] hash = SHA256.HashData(_desk.Desk.SignatureDer);

        // RFC 5035: attribute type, SET, SigningCertificateV2, SEQUENCE OF, ESSCertIDv2 without algorithm, certHash; then issuerSerial.
        int at = cms.AsSpan().IndexOf(Convert.FromHexString("060B2A864886F70D010910022F"));
        at.ShouldBeGreaterThan(0);
        ReadOnlySpan<byte> value = cms.AsSpan(at + 13);
        value[0].ShouldBe((byte)0x31);
        int certHash = value.IndexOf((byte[])[0x04, 0x20, .. hash]);
        certHash.ShouldBeLessThan(16);
        value[..certHash].IndexOf(Convert.FromHexString("0609608648016503040201")).ShouldBe(-1);
    }

    [Fact]
    public async Task Years_past_2049_are_written_as_generalized_time()
    {
        _desk.Desk.Clock.Set(new DateTimeOffset(2050, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(9)));
        byte[] cms = _desk.SignByFirst();
        cms.AsSpan().IndexOf("20500101180405Z"u8).ShouldBeGreaterThan(0);
        SignerDesk.Parse(cms).Signers[0].ClaimedSigningTime.ShouldBe(new DateTimeOffset(2050, 1, 1, 18, 4, 5, TimeSpan.Zero));
        (await _desk.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.Expired);
    }

    [Theory]
    [InlineData("P-384", 384, "SHA384", "1.2.840.10045.4.3.3")]
    [InlineData("P-384 with SHA-256", 384, "SHA256", "1.2.840.10045.4.3.2")]
    [InlineData("P-256", 256, "SHA256", "1.2.840.10045.4.3.2")]
    [InlineData("P-256 with SHA-512", 256, "SHA512", "1.2.840.10045.4.3.4")]
    public async Task A_key_on_a_curve_signs_and_is_verified(string description, int size, string hash, string algorithm)
    {
        using EcdsaDesk next = new(size);
        byte[] cms = _desk.Signer.Sign(next.Credential, SigningDesk.Application, new CmsSigningOptions { Hash = new HashAlgorithmName(hash) });
        DocumentVerificationResult result = await new DocumentVerifier(next.Validator).VerifyAsync(cms);
        result.Reason.ShouldBe(VerificationReason.None, description);
        result.SignerInfo!.SignatureAlgorithm.ShouldBe(algorithm);
        cms[^1] ^= 1;
        (await new DocumentVerifier(next.Validator).VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.SignatureInvalid, description);
    }

    [Fact]
    public async Task A_content_of_another_type_keeps_its_type()
    {
        byte[] cms = _desk.SignByFirst(new CmsSigningOptions { ContentType = "1.2.840.113549.1.9.16.1.4" });
        SignerDesk.Parse(cms).ContentType.ShouldBe("1.2.840.113549.1.9.16.1.4");
        (await _desk.Desk.VerifyAsync(cms)).Reason.ShouldBe(VerificationReason.None);
    }

    [Fact]
    public void Credentials_and_signers_are_masked()
    {
        _desk.First.ToString().ShouldBe("SignerCredential(***)");
        SignerDesk.Parse(_desk.SignByFirst()).Signers[0].ToString().ShouldBe("CmsSignerInfo(***)");
    }
}
