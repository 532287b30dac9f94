using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>How old the lists of a purpose are at one moment.</summary>
/// <param name="Count">How many are held.</param>
/// <param name="Entries">How many entries they have together.</param>
/// <param name="NearEnd">How many are near their nextUpdate or past it.</param>
/// <param name="PastEnd">How many are past it.</param>
/// <param name="Age">Since the oldest thisUpdate, never below zero; <see langword="null"/> without a list.</param>
/// <param name="Remaining">To the soonest nextUpdate, below zero past it; <see langword="null"/> without a list.</param>
internal readonly record struct ListPicture(int Count, long Entries, int NearEnd, int PastEnd, TimeSpan? Age, TimeSpan? Remaining)
{
    public static ListPicture Of(IEnumerable<CrlHolding> holdings, DateTimeOffset now, TimeSpan nearEnd)
    {
        ListPicture picture = default;
        foreach (CrlHolding list in holdings)
        {
            TimeSpan age = now > list.ThisUpdate ? now - list.ThisUpdate : TimeSpan.Zero, remaining = list.NextUpdate - now;
            picture = new ListPicture(
                picture.Count + 1,
                picture.Entries + list.EntryCount,
                picture.NearEnd + (remaining < nearEnd || remaining < TimeSpan.Zero ? 1 : 0),
                picture.PastEnd + (remaining < TimeSpan.Zero ? 1 : 0),
                picture.Age > age ? picture.Age : age,
                picture.Remaining < remaining ? picture.Remaining : remaining);
        }

        return picture;
    }
}
