using System.Security.Cryptography;
using MyNumber.Jpki.Rsa;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>
/// A key of 2049 bits, which the platform does not make: the encoding of PSS is one byte shorter than the signature (RFC 8017 §9.1.2: emLen = ⌈(modBits − 1) / 8⌉).
/// Key and signatures over SHA-256 of the text "odd length" are from <c>openssl prime</c> (1025 and 1024 bits) and <c>openssl pkeyutl -sign</c> (OpenSSL 3.0), salt of 20 bytes.
/// </summary>
public sealed class OddLengthKeyTests
{
    private const string Modulus =
        "01311DE1F3189AC67927816727C65EFAD1145AC58FF1A3AF915F0D73B840AAACA9A775842C603545DA1614D20AF5875AD605C637621BE3BB615081F7F1F60241" +
        "510C4FA7AC389A0773F30E6D5F9D096276843A2A42EB6B2327427227A761F6A9C4DF9658928B93DA133D6996BA55068531A657C6F0BC489C52552B6AACF29E1C" +
        "BEA201C83DDE7EB3CF658C07F30827DD28CF31A25BAB9DAE2F9C77E52985CFE8BB1A9F507B16BA333A75D3DE6F45C4762EDBED62584AF349E17E9B9F15BC593B" +
        "BD96D3C93D336A33B07D1C9E42FEDBFB289A690B24E22BDEF39DD060D007B269F048B45CEDA24D3F021432D1E593C3AE5B29DB97CCB93C8808E18322CB0D105F" +
        "99";

    private const string Pss =
        "0028BA68DDBA7943FD827B606489972BA17A0FCF6536D8646B39C9FAFB969FB219C292B4AE4CF46E591AC0D3C66A00BF2BAB2F563F4C8A2FE581E2191CBDD1C7" +
        "418D49BE648A3C358C834387EEB717B999F9546E1A619809F38AC071DF1F324A083EF0416AFB2E18795E64BFCAE5028E50729FFF0D596232FAD0FD7552719E73" +
        "54CAB7C76BC013200370A369A3BDD8809FF300B612F9E4518FC42908F2F5EC115F87C59C682F911E9D010917A4210E1263D151B18A17982893F431398F6C6287" +
        "DD49BC5F6A2C67DA1BC7C0EBD8E4AA410B7B9F13F66BD90B762F98CFEC6D3518E6EF964BF50A0EACAC1C967903EA6F9E07CF369CDF8188ACD8C521C41D6E1A52" +
        "D5";

    private const string Pkcs1 =
        "007069A6D9BB9034B5FF8621DD2783DAA9AD1E5FDA712445A4ED83C0FAB2ECFA63326D0A51195860E7D60DE1265219DA210CF5232CC983A09C5409D8BD105E9B" +
        "0653362E60E4C0EF0555A4D956BA034BB920159BBF4A25ACF8149E6B3A4634690B23482317E4D3D80AC479977FC37C1CDD416C324671D99D5551734EFC6020E7" +
        "CF18B19C1CFFF15874C480E48CFC11896BD691570DDFB762F3E1BEBB3AE8E72B73A7D995288F2240E287F8906BA6B60DA4B45B50BF822AA9EF7821E4A7A5B19C" +
        "D40E4269C9D213A1ACBF79DE3DD76502DD08DADC0C57A90358E7B8321BEEA0FC5353DE2BD1DE1A2695D8D1A5EBDE3ECC1424C765E2EFC5F289C7D9C7BCE4627E" +
        "1D";

    private static readonly byte[] Digest = SHA256.HashData("odd length"u8);

    [Theory]
    [MemberData(nameof(RsaRoadsHere.Names), MemberType = typeof(RsaRoadsHere))]
    public void Both_signatures_of_openssl_hold_and_none_with_a_byte_changed(string road)
    {
        RsaVerificationKey key = RsaRoadsHere.Key(Convert.FromHexString(Modulus), [1, 0, 1], RsaRoadsHere.Road(road));
        byte[] pss = Convert.FromHexString(Pss), pkcs1 = Convert.FromHexString(Pkcs1);

        key.KeySize.ShouldBe(2049);
        key.VerifyPss(Digest, HashAlgorithmName.SHA256, 20, pss).ShouldBeTrue();
        key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, pkcs1).ShouldBeTrue();
        key.VerifyPss(Digest, HashAlgorithmName.SHA256, 32, pss).ShouldBeFalse();
        key.VerifyPss(Digest, HashAlgorithmName.SHA256, 20, pkcs1).ShouldBeFalse();
        key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, pss).ShouldBeFalse();
        for (int i = 0; i < pss.Length; i++)
        {
            pss[i] ^= 2;
            pkcs1[i] ^= 2;
            key.VerifyPss(Digest, HashAlgorithmName.SHA256, 20, pss).ShouldBeFalse();
            key.VerifyPkcs1(Digest, HashAlgorithmName.SHA256, pkcs1).ShouldBeFalse();
            pss[i] ^= 2;
            pkcs1[i] ^= 2;
        }
    }
}
