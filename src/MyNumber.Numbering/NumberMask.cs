namespace MyNumber.Numbering;

/// <summary>What a guarded number shows; no digit is in it.</summary>
internal static class NumberMask<T>
    where T : struct, INumber<T>
{
    private static readonly string Full = $"{typeof(T).Name}(***)";
    private static readonly string Empty = $"{typeof(T).Name}(empty)";

    public static string Of(T value) => value.IsEmpty ? Empty : Full;
}
