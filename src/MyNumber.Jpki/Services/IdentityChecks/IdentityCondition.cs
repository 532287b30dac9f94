namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>A circumstance on which a rule stands besides its documents. Somebody must know it; what nobody said is unknown.</summary>
public enum IdentityCondition
{
    /// <summary>The rows ①–③ of the number check are found to be difficult (番号確認の①から③までが困難であると認められる場合). It says nothing of the other half.</summary>
    BetterNumberRowsAreDifficult = 0,

    /// <summary>The one who asks is a body that uses numbers by law (個人番号利用事務実施者).</summary>
    AskerUsesNumbers = 1,

    /// <summary>The one who asks is the mayor (市町村長).</summary>
    AskerIsMayor = 2,

    /// <summary>The body that uses numbers finds the document suitable (適当と認める).</summary>
    DocumentIsFoundSuitable = 3,

    /// <summary>Finance minister, tax commissioner, governor or mayor is given the number in a tax matter (租税に関する事務).</summary>
    TaxMatter = 4,

    /// <summary>It is no claim for a refund (還付請求でない).</summary>
    NoRefundClaim = 5,

    /// <summary>The other measures of the tax row are difficult too (アからエまでが困難).</summary>
    OtherTaxMeasuresAreDifficult = 6,

    /// <summary>Employment or the like makes plain who it is, and the body that uses numbers finds so (人違いでないことが明らか).</summary>
    PlainlyTheSamePerson = 7,

    /// <summary>What the notification card shows is still what the resident record shows.</summary>
    NotificationCardIsUnchanged = 8,

    /// <summary>The rows ①–③ of the identity check are found to be difficult (身元確認の①から③までが困難であると認められる場合). It says nothing of the other half.</summary>
    BetterPersonRowsAreDifficult = 9,
}
