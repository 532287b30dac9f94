namespace BankPortal.Opening;

/// <summary>What an application form lets a customer choose from.</summary>
internal static class Choices
{
    public static readonly string[] Branches = ["本店", "見本駅前支店", "見本港支店", "インターネット支店"];

    public static readonly string[] Kinds = ["普通預金", "貯蓄預金"];

    /// <summary>取引を行う目的.</summary>
    public static readonly string[] Purposes = ["生計費の決済", "給与・年金の受取り", "貯蓄・資産運用", "その他"];

    public static readonly string[] Sexes = ["女", "男"];
}
