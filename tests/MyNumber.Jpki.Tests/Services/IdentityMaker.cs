using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>Handles of invented certificates: one authority each for signature and login, told apart by a number.</summary>
internal static class IdentityMaker
{
    public static CertificateIdentity Signature(byte number, byte generation = 1) => new([0x30, 0x00], [generation], [0x01, number]);

    public static CertificateIdentity Login(byte number) => new([0x30, 0x02, 0x31, 0x00], [1], [0x01, number]);
}
