using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Exchange;

/// <summary>What a sealed payload is bound to.</summary>
internal static class SealedAbout
{
    public static byte[] Of(InquiryId inquiry)
    {
        byte[] about = new byte[InquiryId.Length];
        inquiry.Value.TryWriteBytes(about, bigEndian: true, out _);
        return about;
    }
}
