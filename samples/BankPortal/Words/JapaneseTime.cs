using System.Globalization;
using MyNumber.Numbering.People;

namespace BankPortal.Words;

/// <summary>Days and instants as Japanese pages write them: 和暦, and Japan's time.</summary>
internal static class JapaneseTime
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Japan).DateTime);

    /// <summary>Such as 令和8年11月22日.</summary>
    public static string Of(DateOnly day)
    {
        BirthDate date = new(day);
        string year = date.EraYear switch
        {
            null => $"{day.Year}年",
            1 => $"{Era(date.Era)}元年",
            { } number => $"{Era(date.Era)}{number}年",
        };
        return $"{year}{day.Month}月{day.Day}日";
    }

    /// <summary>Such as 令和8年11月22日 11時5分.</summary>
    public static string Of(DateTimeOffset at)
    {
        DateTime local = at.ToOffset(Japan).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{Of(DateOnly.FromDateTime(local))} {local.Hour}時{local.Minute:D2}分");
    }

    /// <summary>For the datetime attribute of an HTML time element.</summary>
    public static string Machine(DateTimeOffset at) => at.ToOffset(Japan).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Era(JapaneseEra era) => era switch
    {
        JapaneseEra.Meiji => "明治",
        JapaneseEra.Taisho => "大正",
        JapaneseEra.Showa => "昭和",
        JapaneseEra.Heisei => "平成",
        _ => "令和",
    };
}
