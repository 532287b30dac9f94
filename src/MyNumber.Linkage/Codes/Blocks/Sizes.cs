namespace MyNumber.Linkage.Codes.Blocks;

/// <summary>Bytes of what the engines handle.</summary>
internal static class Sizes
{
    public const int Block = 16;

    public const int Link = 10;

    /// <summary>What stands before the link in a block.</summary>
    public const int Header = Block - Link;
}
