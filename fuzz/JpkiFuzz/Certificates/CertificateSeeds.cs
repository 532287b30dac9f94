using System.Security.Cryptography;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Testing.Keys;

namespace MyNumber.JpkiFuzz.Certificates;

/// <summary>What is damaged: certificates of both kinds, an authority's own, a list and an answer about status, all right.</summary>
internal sealed class CertificateSeeds
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Algorithm = RawCertificate.Sha256WithRsa;

    public CertificateSeeds()
    {
        Signature = RawShapes.Signature().SignWith(0);
        Login = RawShapes.Login().SignWith(2);
        SignatureAuthority = RawShapes.Authority(0).SignWith(0);
        LoginAuthority = RawShapes.Authority(2, RawShapes.LoginAuthority).SignWith(2);
        Certificates = [Signature, Login, SignatureAuthority];
        List = Sign(ListContents());
        Answer = MakeAnswer();
    }

    public byte[] Signature { get; }

    public byte[] Login { get; }

    public byte[] SignatureAuthority { get; }

    public byte[] LoginAuthority { get; }

    public byte[][] Certificates { get; }

    public byte[] List { get; }

    public byte[] Answer { get; }

    private static byte[] Sign(byte[] toBeSigned)
    {
        using RSA signer = LabKeyPool.Load(0);
        byte[] signature = signer.SignData(toBeSigned, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return RawParts.Wrap(0x30, [.. toBeSigned, .. Algorithm, .. RawParts.Wrap(0x03, [0, .. signature])]);
    }

    private static byte[] ListContents()
    {
        byte[] entry = RawParts.Wrap(0x30,
        [
            .. RawParts.Wrap(0x02, [0x0A, 0x1B, 0x2C, 0x3D]), .. RawParts.Time(0x17, "261120000000Z"),
            .. RawParts.Wrap(0x30, Convert.FromHexString("300A0603551D1504030A0106")),
        ]);
        byte[] other = RawParts.Wrap(0x30, [.. RawParts.Wrap(0x02, [0x0A, 0x1B, 0x2C, 0x3E]), .. RawParts.Time(0x17, "261119000000Z")]);
        byte[] authority = RawParts.Wrap(0x30, [.. RawParts.Oid("2.5.29.35"), .. RawParts.Wrap(0x04, RawParts.Wrap(0x30, RawParts.Wrap(0x80, RawShapes.IdentifierOf(0))))]);
        byte[] number = Convert.FromHexString("300A0603551D140403020107");
        byte[] scope = RawParts.Wrap(0x30, [.. RawParts.Oid("2.5.29.28"), 0x01, 0x01, 0xFF, .. RawParts.Wrap(0x04, RawParts.Point(RawShapes.Partition)[3..])]);
        return RawParts.Wrap(0x30,
        [
            0x02, 0x01, 0x01, .. Algorithm, .. RawShapes.SignatureAuthority, .. RawParts.Time(0x17, "261120150000Z"), .. RawParts.Time(0x17, "261122150000Z"),
            .. RawParts.Wrap(0x30, [.. entry, .. other]), .. RawParts.Wrap(0xA0, RawParts.Wrap(0x30, [.. authority, .. number, .. scope])),
        ]);
    }

    private static byte[] MakeAnswer()
    {
        byte[] id = RawParts.Wrap(0x30,
        [
            .. Convert.FromHexString("300906052B0E03021A0500"), .. RawParts.Wrap(0x04, SHA1.HashData(RawShapes.SignatureAuthority)),
            .. RawParts.Wrap(0x04, RawShapes.IdentifierOf(0)), .. RawParts.Wrap(0x02, [0x01, 0x22, 0x33, 0x44]),
        ]);
        byte[] held = RawParts.Wrap(0xA1, [.. RawParts.Time(0x18, "20261120000000Z"), 0xA0, 0x03, 0x0A, 0x01, 0x06]);
        byte[] single = RawParts.Wrap(0x30, [.. id, .. held, .. RawParts.Time(0x18, "20261121024500Z"), .. RawParts.Wrap(0xA0, RawParts.Time(0x18, "20261121030000Z"))]);
        byte[] nonce = Convert.FromHexString("A1233021301F06092B0601050507300102041204100102030405060708090A0B0C0D0E0F10");
        byte[] data = RawParts.Wrap(0x30,
        [
            .. RawParts.Wrap(0xA2, RawParts.Wrap(0x04, RawShapes.IdentifierOf(0))), .. RawParts.Time(0x18, "20261121024500Z"), .. RawParts.Wrap(0x30, single), .. nonce,
        ]);
        byte[] basic = Sign(data);
        byte[] bytes = RawParts.Wrap(0x30, [.. RawParts.Oid("1.3.6.1.5.5.7.48.1.1"), .. RawParts.Wrap(0x04, basic)]);
        return RawParts.Wrap(0x30, [0x0A, 0x01, 0x00, .. RawParts.Wrap(0xA0, bytes)]);
    }
}
