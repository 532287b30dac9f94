using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>A holder of codes (符号取得主体) in one of its epochs.</summary>
internal readonly record struct HolderEpoch(CodeHolderId Holder, byte Epoch);
