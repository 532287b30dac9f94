using System.Diagnostics.CodeAnalysis;

namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>Picks the way to compute codes on this machine.</summary>
internal static class CodeEngines
{
    public static CodePath Best =>
        IsAvailable(CodePath.X86Lanes) ? CodePath.X86Lanes
        : IsAvailable(CodePath.ArmLanes) ? CodePath.ArmLanes
        : CodePath.Portable;

    public static bool IsAvailable(CodePath path) => path switch
    {
        CodePath.X86Lanes => X86AesInstructions.IsSupported,
        CodePath.ArmLanes => ArmAesInstructions.IsSupported,
        _ => true,
    };

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller owns the engine.")]
    public static ICodeEngine Create(ReadOnlySpan<byte> key, CodePath path) => path switch
    {
        CodePath.X86Lanes => new LaneEngine<X86AesInstructions>(key),
        CodePath.ArmLanes => new LaneEngine<ArmAesInstructions>(key),
        _ => new PortableEngine(key),
    };
}
