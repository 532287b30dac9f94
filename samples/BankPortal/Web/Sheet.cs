using System.Globalization;

namespace BankPortal.Web;

/// <summary>One page of a long list.</summary>
internal sealed record Sheet<T>(IReadOnlyList<T> Rows, int Number, int Last, int Total)
{
    /// <summary>Rows of one page.</summary>
    public const int Size = 20;

    /// <summary>Which row of the whole list comes first here, from one.</summary>
    public int First => (Number - 1) * Size + 1;

    /// <summary>The page of a list that an address asks for, the first without a number; <see langword="null"/> when there is no such page. An empty list has one.</summary>
    public static Sheet<T>? Of(IReadOnlyList<T> all, string? asked)
    {
        int last = Math.Max(1, (all.Count + Size - 1) / Size);
        return int.TryParse(asked ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= last
            ? new Sheet<T>([.. all.Skip((number - 1) * Size).Take(Size)], number, last, all.Count)
            : null;
    }
}
