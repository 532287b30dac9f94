namespace MyNumber.Numbering.People;

/// <summary>One of the four attributes (基本4情報).</summary>
public enum PersonAttribute
{
    /// <summary>氏名.</summary>
    Name = 0,

    /// <summary>住所.</summary>
    Address = 1,

    /// <summary>生年月日.</summary>
    BirthDate = 2,

    /// <summary>性別.</summary>
    Sex = 3,
}
