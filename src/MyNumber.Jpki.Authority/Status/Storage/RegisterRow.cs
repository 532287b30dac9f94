namespace MyNumber.Jpki.Authority.Status.Storage;

/// <summary>One thing of an entry, with its place in it.</summary>
internal readonly record struct RegisterRow<T>(long Position, int Line, T Item)
{
    public static RegisterRow<T>[] Of(long position, IReadOnlyList<T> items) => [.. items.Select((item, line) => new RegisterRow<T>(position, line, item))];
}
