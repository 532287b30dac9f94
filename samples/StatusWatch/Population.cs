using System.Globalization;
using MyNumber.Numbering.People;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace StatusWatch;

/// <summary>Invents the customers of a bank from a seed, with what becomes of each: the truth that the watch is held to.</summary>
internal static class Population
{
    private const int RenewalDays = 80;
    private const string Family = "見本　例示　架空　仮名　試験";
    private static readonly (string Name, Sex Sex)[] Given =
        [("花子", Sex.Female), ("太郎", Sex.Male), ("葉子", Sex.Female), ("次郎", Sex.Male), ("桜", Sex.Female), ("一郎", Sex.Male)];

    /// <summary>The customers in the order of their accounts. The same count and seed give the same customers.</summary>
    public static IReadOnlyList<Customer> Invent(int count, int seed)
    {
        Random random = new(seed);
        return [.. Fates.Deal(count, random).Select((fate, index) => Invent(fate, index, random))];
    }

    /// <summary>An application ID that nobody else has: of the first card, or of the one after it.</summary>
    public static ApplicationId Application(int index, bool renewed = false) =>
        ApplicationId.Parse(string.Create(CultureInfo.InvariantCulture, $"{(renewed ? 2 : 1)}{index:D22}"));

    private static Customer Invent(Fate fate, int index, Random random)
    {
        (DateOnly issued, DateOnly birthday) = Days(fate, random);
        District district = District.All[random.Next(District.All.Count)];
        (string given, Sex sex) = Given[random.Next(Given.Length)];
        string[] families = Family.Split('　');
        string name = $"{families[random.Next(families.Length)]}　{given}";
        string address = $"{district.Address}{Wide(1 + random.Next(9))}－{Wide(1 + random.Next(40))}－{Wide(1 + random.Next(99))}";
        FourAttributes attributes = new(name, address, new BirthDate(new DateOnly(1950 + random.Next(50), birthday.Month, birthday.Day)), sex);
        return new Customer(string.Create(CultureInfo.InvariantCulture, $"A-{index + 1:D6}"), fate, district, issued, attributes, Application(index));
    }

    /// <summary>A certificate ends at the fifth birthday after its issue: four to five years later. The day of issue and the birthday are chosen so that the fate is possible.</summary>
    private static (DateOnly Issued, DateOnly Birthday) Days(Fate fate, Random random)
    {
        DateOnly end = Night.Day.AddDays(1 + random.Next(RenewalDays));
        return fate switch
        {
            Fate.Expires => (Night.Day.AddYears(-5).AddDays(-10 - random.Next(50)), AnyBirthday(random)),
            Fate.Renews => (end.AddYears(-4).AddDays(-1 - random.Next(200)), end),
            _ => (Night.Day.AddDays(-1 - random.Next(1300)), AnyBirthday(random)),
        };
    }

    private static DateOnly AnyBirthday(Random random) => new DateOnly(2001, 1, 1).AddDays(random.Next(365));

    private static string Wide(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０')));
}
