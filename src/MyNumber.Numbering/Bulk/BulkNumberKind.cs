namespace MyNumber.Numbering.Bulk;

/// <summary>Which number a bulk validation looks for.</summary>
public enum BulkNumberKind
{
    /// <summary>The individual number (個人番号), twelve digits.</summary>
    Individual = 0,

    /// <summary>The corporate number (法人番号), thirteen digits.</summary>
    Corporate = 1,
}
