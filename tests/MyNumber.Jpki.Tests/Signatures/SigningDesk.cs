using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Tests.Signatures;

/// <summary>One customer with both certificates, one bank, one clock and a status source that can be told what to say.</summary>
internal sealed class SigningDesk : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);
    public static readonly byte[] Application = Encoding.UTF8.GetBytes("口座開設申込書\n氏名: 見本　花子\n");

    public SigningDesk()
    {
        SignatureAuthority = new ShapedAuthority(1);
        UserAuthenticationAuthority = new ShapedAuthority(2, ShapedAuthority.UserAuthenticationName);
        SignatureKey = LabKeyPool.Load(ShapedLeaf.Signature.Key);
        UserAuthenticationKey = LabKeyPool.Load(ShapedLeaf.UserAuthentication.Key);
        SignatureDer = ShapedLeaf.Signature.IssueBy(SignatureAuthority);
        UserAuthenticationDer = ShapedLeaf.UserAuthentication.IssueBy(UserAuthenticationAuthority);
        SignatureValidator = new CertificateValidator(ShapedAuthority.SignatureAnchors(SignatureAuthority), Status, Clock);
        UserAuthenticationValidator = new CertificateValidator(ShapedAuthority.UserAuthenticationAnchors(UserAuthenticationAuthority), Status, Clock);
        Documents = new DocumentVerifier(SignatureValidator);
    }

    public ShapedAuthority SignatureAuthority { get; }

    public ShapedAuthority UserAuthenticationAuthority { get; }

    public RSA SignatureKey { get; }

    public RSA UserAuthenticationKey { get; }

    public byte[] SignatureDer { get; }

    public byte[] UserAuthenticationDer { get; }

    public FixedStatus Status { get; } = new();

    public ManualTimeProvider Clock { get; } = new(Now);

    public CertificateValidator SignatureValidator { get; }

    public CertificateValidator UserAuthenticationValidator { get; }

    public DocumentVerifier Documents { get; }

    /// <summary>The application as most card software signs it.</summary>
    public HandMadeCms Cms => new() { Key = SignatureKey, Certificates = [SignatureDer], Content = Application };

    public async Task<DocumentVerificationResult> VerifyAsync(byte[] cms, byte[]? detached = null) =>
        await Documents.VerifyAsync(cms, detached is null ? (ReadOnlyMemory<byte>?)null : detached);

    public async Task<ValidatedCertificate> ValidateSignerAsync() => (await SignatureValidator.ValidateAsync(SignatureDer)).Validated.ShouldNotBeNull();

    public X509Certificate2 LoadWithKey()
    {
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(SignatureDer);
        return bare.CopyWithPrivateKey(SignatureKey);
    }

    public void Dispose()
    {
        SignatureAuthority.Dispose();
        UserAuthenticationAuthority.Dispose();
        SignatureKey.Dispose();
        UserAuthenticationKey.Dispose();
    }
}
