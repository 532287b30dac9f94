namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>The ways to compute codes; all give the same answers.</summary>
internal enum CodePath
{
    Portable,
    X86Lanes,
    ArmLanes,
}
