using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.Surface;

/// <summary>満年齢: full years on a day.</summary>
/// <remarks>Source: 年齢計算ニ関スル法律 and 民法 143条. A year of life ends with the day before the birthday, so the new age holds from the birthday on; somebody born on 29
/// February has it from 1 March in a common year. Rules that count the last day itself (school entry) are not meant here.</remarks>
internal static class CountedAge
{
    public static int? On(BirthDate birth, DateOnly day) =>
        birth.TryGetDate(out DateOnly born) && born <= day ? FullYears(born.Year, born.Month, born.Day, day) : null;

    /// <summary>Answers also for a partly unknown date where every possible day gives the same answer.</summary>
    public static AgeAnswer Reaches(BirthDate birth, int age, DateOnly day)
    {
        if (birth.Year is not int year)
        {
            return AgeAnswer.Unknown;
        }

        bool atMost = FullYears(year, birth.Month ?? 1, birth.Month is null ? 1 : birth.Day ?? 1, day) >= age;
        bool atLeast = FullYears(year, birth.Month ?? 12, birth.Month is null ? 31 : birth.Day ?? 31, day) >= age;
        return (atLeast, atMost) switch { (true, true) => AgeAnswer.Reached, (false, false) => AgeAnswer.NotReached, _ => AgeAnswer.Unknown };
    }

    private static int FullYears(int year, int month, int date, DateOnly day) => day.Year - year - ((day.Month, day.Day).CompareTo((month, date)) < 0 ? 1 : 0);
}
