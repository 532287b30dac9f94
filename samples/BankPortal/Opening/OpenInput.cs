using System.Globalization;
using MyNumber.Jpki.Certificates;

namespace BankPortal.Opening;

/// <summary>The fields of the form as they were typed.</summary>
public sealed class OpenInput
{
    private const int LongestName = 100, LongestAddress = 200;
    private const string DayForm = "yyyy-MM-dd";
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? BirthDate { get; set; }

    public string? Sex { get; set; }

    public string? Phone { get; set; }

    public string? Branch { get; set; }

    public string? Kind { get; set; }

    public string? Purpose { get; set; }

    /// <summary>申込書への入力: what the certificate says goes into the form.</summary>
    internal static OpenInput From(HolderAttributes holder) => new()
    {
        Name = holder.Attributes.Name,
        Address = holder.Attributes.Address,
        BirthDate = holder.Attributes.BirthDate.TryGetDate(out DateOnly day) ? day.ToString(DayForm, CultureInfo.InvariantCulture) : null,
        Sex = holder.Attributes.Sex switch { MyNumber.Numbering.People.Sex.Female => "女", MyNumber.Numbering.People.Sex.Male => "男", _ => null },
    };

    /// <summary>The form, or <see langword="null"/> with what to mend.</summary>
    internal OpenForm? Read(DateOnly today, List<FieldProblem> problems)
    {
        Require(problems, PlainInput.IsPlain(Name, LongestName), nameof(Name), "氏名を100文字以内で入力してください");
        Require(problems, PlainInput.IsPlain(Address, LongestAddress), nameof(Address), "住所を200文字以内で入力してください");
        bool isDay = DateOnly.TryParseExact(BirthDate, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly birth) && birth >= Earliest && birth <= today;
        Require(problems, isDay, nameof(BirthDate), "生年月日を選んでください");
        Require(problems, Choices.Sexes.Contains(Sex), nameof(Sex), "性別を選んでください");
        Require(problems, PlainInput.IsPhone(Phone), nameof(Phone), "電話番号を、数字とハイフンで入力してください (例: 03-0000-0000)");
        Require(problems, Choices.Branches.Contains(Branch), nameof(Branch), "取引店を選んでください");
        Require(problems, Choices.Kinds.Contains(Kind), nameof(Kind), "預金の種類を選んでください");
        Require(problems, Choices.Purposes.Contains(Purpose), nameof(Purpose), "取引の目的を選んでください");
        return problems.Count != 0 ? null : new OpenForm(
            Name!.Trim(), Address!.Trim(), birth, Sex == "男" ? MyNumber.Numbering.People.Sex.Male : MyNumber.Numbering.People.Sex.Female, Phone!.Trim(), Branch!, Kind!, Purpose!);
    }

    public override string ToString() => "OpenInput(***)";

    private static void Require(List<FieldProblem> problems, bool isRight, string field, string message)
    {
        if (!isRight)
        {
            problems.Add(new FieldProblem(field, message));
        }
    }
}
