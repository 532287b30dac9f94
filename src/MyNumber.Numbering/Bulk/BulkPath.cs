using System.Runtime.Intrinsics.X86;

namespace MyNumber.Numbering.Bulk;

/// <summary>The ways to look at rows; all give the same answers.</summary>
internal enum BulkPath
{
    Scalar,
    Vector128,
    Avx2,
}

/// <summary>Picks the fastest way this machine has.</summary>
internal static class BulkPaths
{
    public static BulkPath Best => Choose(Avx2.IsSupported, System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated, BitConverter.IsLittleEndian);

    /// <summary>The vectors of sixteen bytes read groups of bytes as integers whose low byte comes first.</summary>
    public static BulkPath Choose(bool avx2, bool vectors, bool littleEndian) =>
        avx2 ? BulkPath.Avx2 : vectors && littleEndian ? BulkPath.Vector128 : BulkPath.Scalar;
}
