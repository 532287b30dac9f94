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
    public static BulkPath Best => Avx2.IsSupported ? BulkPath.Avx2 : System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? BulkPath.Vector128 : BulkPath.Scalar;
}
