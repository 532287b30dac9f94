using System.Globalization;
using MyNumber.Linkage.Codes;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Tests.Core;

/// <summary>Synthetic people by number: codes, individual numbers and attributes that belong to nobody.</summary>
internal static class People
{
    public static ResidentRecordCode Code(int person) => Enumerable.Range(0, 10)
        .Select(digit => ResidentRecordCode.TryParse($"{1_000_000_000L + (person * 7919L):D10}{digit}", out ResidentRecordCode code) ? code : default)
        .First(code => !code.IsEmpty);

    public static IndividualNumber Number(int person) => Enumerable.Range(0, 10)
        .Select(digit => IndividualNumber.TryParse($"{20_000_000_000L + (person * 104_729L):D11}{digit}", out IndividualNumber number) ? number : default)
        .First(number => !number.IsEmpty);

    public static FourAttributes Attributes(int person) => new(
        $"試験　{person.ToString(CultureInfo.InvariantCulture)}号",
        $"架空県架空市架空町{person.ToString(CultureInfo.InvariantCulture)}番地",
        new BirthDate(new DateOnly(1980, 1, 1).AddDays(person)),
        person % 2 == 0 ? Sex.Male : Sex.Female);

    public static LinkCode Link(int person)
    {
        byte[] bytes = new byte[LinkCode.Length];
        BitConverter.TryWriteBytes(bytes, person + 1);
        return LinkCode.FromBytes(bytes);
    }
}
